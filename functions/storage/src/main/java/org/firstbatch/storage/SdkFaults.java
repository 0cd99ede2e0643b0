package org.firstbatch.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Supplier;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells what may pass from what stays, and tries again what may pass. */
final class SdkFaults {

  private static final int SERVER_ERROR = 500;

  /** What DynamoDB and S3 answer with 4xx although the same request may succeed later. */
  private static final Set<String> PASSING_CODES =
      Set.of(
          "ConditionalRequestConflict",
          "OperationAborted",
          "RequestTimeout",
          "SlowDown",
          "TransactionInProgressException");

  private SdkFaults() {}

  /**
   * Whether the same request may succeed later; an answer that was lost counts, so what is sent
   * must be harmless to repeat.
   */
  static boolean mayPass(SdkException e) {
    if (e instanceof AwsServiceException answer) {
      return answer.statusCode() >= SERVER_ERROR
          || answer.isThrottlingException()
          || answer.isClockSkewException()
          || PASSING_CODES.contains(code(answer));
    }
    return e.retryable() || isOfTheNetwork(e);
  }

  private static boolean isOfTheNetwork(Throwable e) {
    Throwable cause = e.getCause();
    return e instanceof IOException
        || e instanceof UncheckedIOException
        || (cause != null && isOfTheNetwork(cause));
  }

  static RuntimeException fault(String what, SdkException e) {
    String message = what + ": " + e.getMessage();
    return mayPass(e) ? new RetryableFault(message, e) : new PermanentFault(message, e);
  }

  /** The answer of a call that is tried again while its fault may pass. */
  static <T> T retrying(Backoff backoff, String what, Supplier<T> call) {
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (SdkException e) {
        if (backoff.isLast(attempt) || !mayPass(e)) {
          throw fault(what, e);
        }
        backoff.rest(attempt);
      }
    }
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorCode();
  }
}
