package org.firstbatch.casework.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PagingTest {

  private static final List<String> ALL = List.of("a", "b", "c", "d");

  private static Map<String, Object> page(int limit, String after) {
    return new Paging(limit, after).of(ALL, Function.identity(), item -> item + "!");
  }

  @Test
  void shouldShowAListInPages() {
    Map<String, Object> first = new Paging(3, null).of(ALL, Function.identity(), item -> item);
    Map<String, Object> second = page(3, "c");

    assertEquals(List.of("a", "b", "c"), first.get("items"));
    assertEquals("Yw", first.get("next"), "c, as the cursor shows it");
    assertEquals(List.of("d!"), second.get("items"));
    assertFalse(second.containsKey("next"));
  }

  @Test
  void shouldNotGoOnWhenThePageIsJustFull() {
    assertFalse(page(4, "").containsKey("next"));
    assertFalse(page(1, "c").containsKey("next"));
  }

  @Test
  void shouldBeEmptyBehindTheEnd() {
    assertEquals(List.of(), page(3, "d").get("items"));
  }
}
