package org.firstbatch.casework.event;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.firstbatch.casework.json.Json;

/**
 * A function that is called by an event: it throws on a fault, so that the platform delivers again
 * or puts aside.
 */
public abstract class EventFunction extends MicronautRequestStreamHandler {

  private final Consumer consumer;

  /** What an event is handed to. */
  @FunctionalInterface
  public interface Consumer {
    /**
     * Handles one event; handling it twice changes nothing more.
     *
     * @return what the platform is answered, for example the failed items of a batch
     */
    Object handle(JsonNode event);
  }

  /** As Lambda makes it: configuration from the environment. */
  protected EventFunction(Class<? extends Consumer> consumer) {
    startEnvironment(getApplicationContext());
    this.consumer = getApplicationContext().getBean(consumer);
  }

  /** On a context that is already there: for tests. */
  protected EventFunction(ApplicationContext context, Class<? extends Consumer> consumer) {
    super(context);
    this.consumer = context.getBean(consumer);
  }

  @Override
  protected void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    Json.mapper().writeValue(output, consumer.handle(Json.tree(input)));
  }
}
