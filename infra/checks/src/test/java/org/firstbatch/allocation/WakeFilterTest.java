package org.firstbatch.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.checks.Checkout;
import org.junit.jupiter.api.Test;

/** What the allocation worker listens for, in the template and in its code. */
class WakeFilterTest {

  @Test
  void shouldHearOfEveryEntryThatTheWorkerActsOn() {
    Set<String> heard = new TreeSet<>(Wake.INPUT_TYPES);
    heard.addAll(Wake.PLAN_OVER);
    heard.addAll(Set.of("run.requested", "year.closing-approved"));

    assertEquals(heard, Checkout.heardBy("AllocationWorkerFunction"));
  }
}
