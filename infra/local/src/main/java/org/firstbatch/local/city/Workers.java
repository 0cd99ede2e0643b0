package org.firstbatch.local.city;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does one thing for many, a few at a time, as a city's insurers and makers do. */
final class Workers {

  private static final int AT_ONCE = 4;

  private Workers() {}

  static <T> void forEach(List<T> items, Consumer<T> action) {
    try (ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE)) {
      List<? extends Future<?>> all =
          items.stream().map(item -> executor.submit(() -> action.accept(item))).toList();
      for (Future<?> each : all) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new Api.Unexpected(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Api.Unexpected("interrupted");
    }
  }
}
