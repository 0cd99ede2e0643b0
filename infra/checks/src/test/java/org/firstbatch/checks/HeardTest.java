package org.firstbatch.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A draft whose input changed is recorded as discarded: the worker must hear of each change. */
class HeardTest {

  @Test
  void shouldLetTheAllocationWorkerHearOfEveryActThatChangesAPlansInput() {
    Set<String> heard = Checkout.heardBy("AllocationWorkerFunction");

    try (FakeCloud cloud = new FakeCloud()) {
      Scenes.play(cloud);

      Set<Set<String>> unheard = new HashSet<>(cloud.changedInput());
      assertTrue(unheard.size() > 10, () -> "too few to show anything: " + unheard);
      unheard.removeIf(entries -> entries.stream().anyMatch(heard::contains));
      assertEquals(Set.of(), unheard);
    }
  }
}
