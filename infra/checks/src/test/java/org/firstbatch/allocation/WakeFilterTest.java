package org.firstbatch.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.checks.Checkout;
import org.junit.jupiter.api.Test;

/** What the allocation worker listens for, in the template and in its code. */
class WakeFilterTest {

  private static final Pattern TYPES = Pattern.compile("\"S\":\\[(\"run\\.requested\"[^]]*)]");

  @Test
  void shouldHearOfEveryEntryThatTheWorkerActsOn() {
    Set<String> heard = new TreeSet<>(Wake.INPUT_TYPES);
    heard.addAll(Wake.PLAN_OVER);
    heard.addAll(Set.of("run.requested", "year.closing-approved"));

    assertEquals(heard, filtered());
  }

  private static Set<String> filtered() {
    Matcher types = TYPES.matcher(Checkout.text(Checkout.template()));
    Set<String> filtered = new TreeSet<>();
    while (types.find()) {
      for (String type : types.group(1).split(",", -1)) {
        filtered.add(type.replace("\"", ""));
      }
    }
    return filtered;
  }
}
