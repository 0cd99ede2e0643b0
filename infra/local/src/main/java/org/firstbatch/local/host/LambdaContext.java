package org.firstbatch.local.host;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a function is told of its call, as a proxy of its own class loader's interface. */
final class LambdaContext {

  private static final int MEMORY_MEGABYTES = 1024;

  private final String function;
  private final String requestId;
  private final long deadline;

  private LambdaContext(String function, String requestId, int timeoutSeconds) {
    this.function = function;
    this.requestId = requestId;
    this.deadline = System.nanoTime() + Duration.ofSeconds(timeoutSeconds).toNanos();
  }

  static Object of(Class<?> contextType, String function, String requestId, int timeoutSeconds) {
    LambdaContext context = new LambdaContext(function, requestId, timeoutSeconds);
    return proxy(contextType, (_, method, _) -> context.answer(method));
  }

  private static Object proxy(Class<?> type, java.lang.reflect.InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  private @Nullable Object answer(Method method) {
    return switch (method.getName()) {
      case "getAwsRequestId" -> requestId;
      case "getFunctionName", "getLogGroupName", "getLogStreamName", "toString" -> function;
      case "getFunctionVersion" -> "$LATEST";
      case "getInvokedFunctionArn" -> "arn:aws:lambda:local:000000000000:function:" + function;
      case "getRemainingTimeInMillis" -> (int) ((deadline - System.nanoTime()) / 1_000_000);
      case "getMemoryLimitInMB" -> MEMORY_MEGABYTES;
      case "getLogger" -> proxy(method.getReturnType(), LambdaContext::log);
      case "hashCode" -> requestId.hashCode();
      default -> null;
    };
  }

  private static @Nullable Object log(Object proxy, Method method, Object @Nullable [] arguments) {
    if (method.getName().equals("log") && arguments != null) {
      System.err.print(
          arguments[0] instanceof byte[] bytes
              ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
              : String.valueOf(arguments[0]));
    }
    return null;
  }
}
