package org.firstbatch.casework.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.firstbatch.casework.problem.RetryableFault;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong, and when. Every call of a faulty store that would be a request to a real one
 * is a step, numbered from 1; several stores may share one object, so that their steps are counted
 * together. A run without faults tells by {@link #steps()} how many runs a kill at every step
 * takes.
 *
 * <pre>{@code
 * Faults faults = new Faults().killAfter(7);
 * assertThrows(Killed.class, () -> job(new FaultyRecords(records, faults)).run());
 * job(records).run();
 * }</pre>
 */
public final class Faults {

  private record Failure(boolean effect, Function<String, Throwable> fault) {}

  private final Map<Integer, Failure> failures = new HashMap<>();
  private final Map<Integer, Runnable> actions = new HashMap<>();
  private final List<String> steps = new ArrayList<>();
  private boolean dead;

  /** The process dies at a step, before its effect; whatever it still tries fails too. */
  public Faults killBefore(int step) {
    return fail(step, new Failure(false, Killed::new));
  }

  /** The process dies at a step, after its effect; whatever it still tries fails too. */
  public Faults killAfter(int step) {
    return fail(step, new Failure(true, Killed::new));
  }

  /** A step fails for once with a retryable fault, and nothing was written. */
  public Faults faultBefore(int step) {
    return fail(step, new Failure(false, RetryableFault::new));
  }

  /** A step has its effect, but the answer is lost: the caller sees a retryable fault. */
  public Faults faultAfter(int step) {
    return fail(step, new Failure(true, RetryableFault::new));
  }

  /**
   * Runs something between a step and the next, when the next begins; 0 is before the first. What
   * runs should use the stores behind the faulty ones.
   */
  public Faults between(int step, Runnable action) {
    actions.put(step + 1, action);
    return this;
  }

  /** How many steps were begun. */
  public synchronized int steps() {
    return steps.size();
  }

  /** What the steps were, in order, for example {@code page CLAIMS dalian!2026!0}. */
  public synchronized List<String> log() {
    return List.copyOf(steps);
  }

  private Faults fail(int step, Failure failure) {
    failures.put(step, failure);
    return this;
  }

  /** A step with an answer that may be lost. */
  <T> T step(String what, Call<T> call) {
    int number = begin(what);
    Failure failure = failures.get(number);
    if (failure != null && !failure.effect()) {
      throw fault(failure, number, what);
    }
    T answer = call.run();
    if (failure != null) {
      throw fault(failure, number, what);
    }
    return answer;
  }

  private int begin(String what) {
    Runnable action;
    int number;
    synchronized (this) {
      steps.add(what);
      number = steps.size();
      if (dead) {
        throw new Killed(label(number, what));
      }
      action = actions.get(number);
    }
    if (action != null) {
      action.run();
    }
    return number;
  }

  private synchronized RuntimeException fault(Failure failure, int number, String what) {
    Throwable fault = failure.fault().apply(label(number, what));
    if (fault instanceof Killed killed) {
      dead = true;
      throw killed;
    }
    return (RuntimeException) fault;
  }

  private static String label(int number, String what) {
    return "step " + number + ": " + what;
  }

  /** What a step does. */
  interface Call<T extends @Nullable Object> {
    T run();
  }
}
