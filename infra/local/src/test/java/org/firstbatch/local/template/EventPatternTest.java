package org.firstbatch.local.template;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Test;

class EventPatternTest {

  private static final String FILTER =
      "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"type\":{\"S\":[\"run.requested\","
          + "\"plan.signed\"]}}}}";

  private static boolean takes(String pattern, String event) {
    return EventPattern.parse(pattern).takes(Json.object(event));
  }

  private static String inserted(String type) {
    return "{\"eventName\":\"INSERT\",\"dynamodb\":{\"NewImage\":{\"type\":{\"S\":\"%s\"}}}}"
        .formatted(type);
  }

  @Test
  void shouldTakeAnEntryOfAListedType() {
    assertTrue(takes(FILTER, inserted("plan.signed")));
  }

  @Test
  void shouldLeaveAnEntryOfAnotherType() {
    assertFalse(takes(FILTER, inserted("plan.drafted")));
  }

  @Test
  void shouldLeaveAnEntryThatLacksTheField() {
    assertFalse(takes(FILTER, "{\"eventName\":\"INSERT\",\"dynamodb\":{}}"));
  }

  @Test
  void shouldTakeAKeyByItsPrefix() {
    String pattern = "{\"detail\":{\"object\":{\"key\":[{\"prefix\":\"policies/\"}]}}}";

    assertTrue(takes(pattern, "{\"detail\":{\"object\":{\"key\":\"policies/p1\"}}}"));
    assertFalse(takes(pattern, "{\"detail\":{\"object\":{\"key\":\"plans/p1\"}}}"));
  }

  @Test
  void shouldCompareWithSuffixExistsAndAnythingBut() {
    assertTrue(takes("{\"a\":[{\"suffix\":\".pdf\"}]}", "{\"a\":\"x.pdf\"}"));
    assertTrue(takes("{\"a\":[{\"exists\":false}]}", "{\"b\":1}"));
    assertFalse(takes("{\"a\":[{\"exists\":false}]}", "{\"a\":1}"));
    assertFalse(takes("{\"a\":[{\"anything-but\":[\"x\"]}]}", "{\"a\":\"x\"}"));
  }
}
