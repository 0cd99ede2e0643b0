package org.firstbatch.casework.problem;

import java.util.function.Function;

/**
 * What came of an act: done, or refused with what would be right. Expected refusals are values;
 * exceptions mean faults.
 *
 * @param <T> what a successful act gives
 */
public sealed interface Outcome<T> {

  /** Done. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * Refused.
   *
   * @param journalled whether the refusal itself is a fact to keep: its journal entries and its
   *     answer are stored
   */
  record Refused<T>(Problem problem, boolean journalled) implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(problem, false);
  }

  /** A refusal that is kept: a decision under the Measures. */
  static <T> Outcome<T> refusedAndJournalled(Problem problem) {
    return new Refused<>(problem, true);
  }

  default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(function.apply(value));
      case Refused<T>(Problem problem, boolean journalled) -> new Refused<>(problem, journalled);
    };
  }

  default <U> Outcome<U> then(Function<? super T, Outcome<U>> function) {
    return switch (this) {
      case Done<T>(T value) -> function.apply(value);
      case Refused<T>(Problem problem, boolean journalled) -> new Refused<>(problem, journalled);
    };
  }
}
