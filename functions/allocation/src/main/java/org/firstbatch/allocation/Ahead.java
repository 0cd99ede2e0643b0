package org.firstbatch.allocation;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.firstbatch.casework.problem.RetryableFault;

/**
 * One request under way while the job computes.
 *
 * @param <T> its answer
 */
final class Ahead<T> {

  private final FutureTask<T> task;

  private Ahead(FutureTask<T> task) {
    this.task = task;
  }

  static <T> Ahead<T> begin(Callable<T> request) {
    FutureTask<T> task = new FutureTask<>(request);
    Thread.startVirtualThread(task);
    return new Ahead<>(task);
  }

  /** The answer, or the fault as if the request had been made here. */
  T await() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableFault("Interrupted while a request was under way", e);
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    return switch (e.getCause()) {
      case Error error -> throw error;
      case RuntimeException fault -> fault;
      case null, default -> new RetryableFault("A request failed", e);
    };
  }
}
