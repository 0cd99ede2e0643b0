package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.template.FunctionSpec;

/** A function's handler, started from its jar in a class loader of its own. */
final class StartedHandler implements AutoCloseable {

  private static final String PREFIX = "FIRSTBATCH_";
  private static final Set<String> GROUPS = Set.of("tables", "buckets", "website", "api");

  private final URLClassLoader loader;
  private final Object handler;

  StartedHandler(FunctionSpec function) throws Exception {
    loader =
        new URLClassLoader(
            new URL[] {function.jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    Map<String, String> properties = properties(function.environment());
    properties.forEach(System::setProperty);
    thread.setContextClassLoader(loader);
    try {
      handler = loader.loadClass(function.handler()).getConstructor().newInstance();
    } finally {
      thread.setContextClassLoader(before);
      properties.keySet().forEach(System::clearProperty);
    }
  }

  /** What Micronaut reads from the environment, as the properties of one name each. */
  private static Map<String, String> properties(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith(PREFIX)) {
            properties.put("firstbatch." + property(name.substring(PREFIX.length())), value);
          }
        });
    return properties;
  }

  private static String property(String variable) {
    String[] words = variable.toLowerCase(Locale.ROOT).split("_", 2);
    return GROUPS.contains(words[0])
        ? words[0] + "." + words[1].replace('_', '-')
        : variable.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The routes that its dispatcher answers; none for a function that events call. */
  Set<String> routes() throws Exception {
    Class<?> http = loader.loadClass("org.firstbatch.casework.http.HttpFunction");
    if (!http.isInstance(handler)) {
      return Set.of();
    }
    Class<?> type = loader.loadClass("org.firstbatch.casework.http.Dispatcher");
    Object context = handler.getClass().getMethod("getApplicationContext").invoke(handler);
    Class<?> locator = loader.loadClass("io.micronaut.context.BeanLocator");
    Object dispatcher = locator.getMethod("getBean", Class.class).invoke(context, type);
    Map<?, ?> routes = (Map<?, ?>) type.getMethod("routes").invoke(dispatcher);
    Set<String> keys = new TreeSet<>();
    routes.keySet().forEach(key -> keys.add(String.valueOf(key)));
    return keys;
  }

  /** The status that it answers to an event of the gateway. */
  int status(JsonNode event) throws Exception {
    Class<?> context = loader.loadClass("com.amazonaws.services.lambda.runtime.Context");
    InputStream input = new ByteArrayInputStream(event.toString().getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    handler
        .getClass()
        .getMethod("handleRequest", InputStream.class, OutputStream.class, context)
        .invoke(handler, input, output, null);
    return Json.object(output.toString(StandardCharsets.UTF_8)).path("statusCode").asInt();
  }

  @Override
  public void close() throws IOException {
    try (loader) {
      if (handler instanceof Closeable closeable) {
        closeable.close();
      }
    }
  }
}
