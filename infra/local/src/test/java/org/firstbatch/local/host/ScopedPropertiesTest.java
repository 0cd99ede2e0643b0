package org.firstbatch.local.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScopedPropertiesTest {

  @Test
  void shouldNameEveryPropertyThatAVariableMayStandFor() {
    assertEquals(List.of("a.b.c", "a.b-c", "a-b.c", "a-b-c"), ScopedProperties.names("A_B_C"));
    assertTrue(
        ScopedProperties.names("FIRSTBATCH_TABLES_PLAN_LINES")
            .contains("firstbatch.tables.plan-lines"));
  }

  @Test
  void shouldSetPropertiesOnlyWhileOpen() {
    System.setProperty("scoped.test", "before");
    try (var _ = new ScopedProperties(Map.of("SCOPED_TEST", "within"))) {
      assertEquals("within", System.getProperty("scoped.test"));
      assertEquals("within", System.getProperty("scoped-test"));
    }
    assertEquals("before", System.getProperty("scoped.test"));
    assertNull(System.getProperty("scoped-test"));
    System.clearProperty("scoped.test");
  }
}
