package org.firstbatch.casework.http;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.firstbatch.casework.json.Json;

/** A function behind the HTTP API: one event in, one answer out. */
public abstract class HttpFunction extends MicronautRequestStreamHandler {

  private final Dispatcher dispatcher;
  private final LawPages pages;

  /** As Lambda makes it: configuration from the environment. */
  protected HttpFunction() {
    startEnvironment(getApplicationContext());
    dispatcher = getApplicationContext().getBean(Dispatcher.class);
    pages = getApplicationContext().getBean(LawPages.class);
  }

  /** On a context that is already there: for tests. */
  protected HttpFunction(ApplicationContext context) {
    super(context);
    dispatcher = context.getBean(Dispatcher.class);
    pages = context.getBean(LawPages.class);
  }

  @Override
  protected void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    HttpRequest request = HttpRequest.from(Json.tree(input));
    Json.mapper().writeValue(output, pages.linked(dispatcher.dispatch(request)));
  }
}
