package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.gateway.Gateway;
import org.jspecify.annotations.Nullable;

/** What the gateway's answers say. */
final class Answers {

  private static final int SHOWN = 300;

  private Answers() {}

  static boolean isYes(Gateway.Answer answer) {
    return answer.status() / 100 == 2 || answer.status() == 303;
  }

  /** Whether it was done, and not by showing an empty list. */
  static boolean showsSomething(Gateway.Answer answer) {
    JsonNode items = items(answer);
    return isYes(answer) && (items == null || !items.isEmpty());
  }

  /**
   * Whether an answer shows what is of a case: of a list anything that is on the list of whoever
   * has the case, of anything else their organisation. An empty list would prove nothing.
   */
  static boolean shows(Gateway.Answer answer, Gateway.Answer own, String organisation) {
    JsonNode all = items(own);
    return all == null
        ? text(answer).contains(organisation)
        : all.isEmpty() || overlaps(all, items(answer));
  }

  private static boolean overlaps(JsonNode all, @Nullable JsonNode others) {
    return others == null
        || all.valueStream().anyMatch(item -> others.valueStream().anyMatch(item::equals));
  }

  /** The list in an answer; null when there is none. */
  private static @Nullable JsonNode items(Gateway.Answer answer) {
    if (!text(answer).startsWith("{")) {
      return null;
    }
    JsonNode body = Json.object(text(answer));
    JsonNode items = body.has("moved") ? body.path("moved") : body.path("items");
    return items.isArray() ? items : null;
  }

  private static String text(Gateway.Answer answer) {
    return new String(answer.body().array(), StandardCharsets.UTF_8);
  }

  /** For messages. */
  static String shown(Gateway.Answer answer) {
    String text = text(answer);
    return answer.status() + " " + text.substring(0, Math.min(text.length(), SHOWN));
  }
}
