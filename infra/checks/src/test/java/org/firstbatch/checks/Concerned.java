package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.firstbatch.casework.json.Json;
import org.firstbatch.checks.Scenes.Scene;

/** The organisations whose case a scene is about: whoever has a relation to one stands apart. */
final class Concerned {

  private Concerned() {}

  static Set<String> of(Scene scene) {
    return switch (scene.collection()) {
      case "policies", "filings", "claims", "years" -> Set.of(Scenes.MAKER, Scenes.INSURER);
      case "certificates", "certificate-lists" -> Set.of(enterprise(scene));
      case "certificate-imports" -> Set.of(Scenes.MAKER, Scenes.OTHER_MAKER);
      case "credit-code-overrides" ->
          Set.of(Json.object(scene.request().body()).path("creditCode").asText());
      case "insurers", "clauses", "memberships", "changes" -> changed(scene);
      default -> Set.of(Scenes.MAKER);
    };
  }

  /** The certificate of the year's policies is the maker's, all others are another's. */
  private static String enterprise(Scene scene) {
    return "FB-2026-1".equals(scene.request().path().get("certificate"))
        ? Scenes.MAKER
        : Scenes.OTHER_MAKER;
  }

  private static Set<String> changed(Scene scene) {
    JsonNode content = scene.content();
    String organisation =
        scene.isOfMembership()
            ? content.at("/whose/organisation").asText()
            : content.path("insurer").asText();
    return organisation.isEmpty() ? Set.of(Scenes.MAKER) : Set.of(organisation);
  }
}
