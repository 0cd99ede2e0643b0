package org.firstbatch.local.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * A function's handler, made from its self-contained jar in a class loader of its own: nothing of
 * this program is visible to it, nor one function to another.
 */
final class LoadedFunction {

  private static final String CONTEXT = "com.amazonaws.services.lambda.runtime.Context";
  private static final Object CONFIGURATION = new Object();

  private final String name;
  private final URLClassLoader loader;
  private final Class<?> contextType;
  private final Object handler;
  private final Method method;

  /**
   * Makes the handler.
   *
   * @param environment the function's variables: set as Micronaut properties while it is made,
   *     since a process has only one environment
   */
  LoadedFunction(String name, Path jar, String handlerClass, Map<String, String> environment) {
    this.name = name;
    if (!Files.isReadable(jar)) {
      throw new IllegalArgumentException(
          "The jar of " + name + " is not there; build it first: " + jar);
    }
    try {
      loader = loader(name, jar);
      contextType = loader.loadClass(CONTEXT);
      Class<?> type = loader.loadClass(handlerClass);
      method = type.getMethod("handleRequest", InputStream.class, OutputStream.class, contextType);
      handler = within(() -> make(type, environment));
    } catch (Exception e) {
      throw new IllegalStateException(
          "%s does not start: %s of %s".formatted(name, handlerClass, jar.getFileName()), e);
    }
  }

  private static URLClassLoader loader(String name, Path jar) throws IOException {
    return new URLClassLoader(
        name, new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static Object make(Class<?> type, Map<String, String> environment) throws Exception {
    synchronized (CONFIGURATION) {
      try (var _ = new ScopedProperties(environment)) {
        return type.getConstructor().newInstance();
      }
    }
  }

  private <T> T within(Callable<T> action) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return action.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Calls the handler; several calls may run at once. */
  byte[] invoke(byte[] event, String requestId, int timeoutSeconds) throws FunctionFailed {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Object context = LambdaContext.of(contextType, name, requestId, timeoutSeconds);
    try {
      within(() -> method.invoke(handler, new ByteArrayInputStream(event), output, context));
      return output.toByteArray();
    } catch (InvocationTargetException e) {
      throw new FunctionFailed(name, e.getCause() == null ? e : e.getCause());
    } catch (Exception e) {
      throw new FunctionFailed(name, e);
    }
  }

  void close() {
    try {
      loader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
