package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.junit.jupiter.api.Assumptions;

/** The template as AWS sees it; .ci/run makes the translation, and is not content without. */
final class Translated {

  private static final Path FILE = Checkout.root().resolve("target/translated-template.json");

  private Translated() {}

  static JsonNode read() {
    Assumptions.assumeTrue(
        Files.isReadable(FILE), "not translated: .ci/run does it with the SAM translator");
    JsonNode translated = Json.object(Checkout.text(FILE));
    byte[] template = Checkout.text(Checkout.template()).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Hashes.digest().digest(template));
    Assumptions.assumeTrue(
        translated.path("Metadata").path("TranslatedFrom").asText().equals(hash),
        "translated from an older template: .ci/run does it again");
    return translated;
  }
}
