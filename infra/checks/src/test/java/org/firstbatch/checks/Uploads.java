package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.firstbatch.casework.json.Hashes;

/** An insurer hands in a document of the policy that is known: declares it and puts its bytes. */
final class Uploads {

  /** A PNG of one pixel. */
  private static final byte[] PICTURE =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                  + "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082");

  private final FakeCloud cloud;
  private final Play play;

  Uploads(FakeCloud cloud, Play play) {
    this.cloud = cloud;
    this.play = play;
  }

  /**
   * A small picture, which passes its check.
   *
   * @param kind what it is a picture of, for example {@code CONTRACT_COPY}
   */
  void picture(String kind) {
    JsonNode declared =
        play.as(
                "insurer-1",
                "declareDocument",
                body ->
                    body.put("kind", kind)
                        .put("type", "image/png")
                        .put("length", PICTURE.length)
                        .put("sha256", HexFormat.of().formatHex(Hashes.digest().digest(PICTURE))))
            .json();
    put(cloud, declared.path("upload"), PICTURE);
    String document = declared.path("document").asText();
    play.know("document", document);
    String key = "policies/dalian/" + play.known("policy") + "/" + document;
    cloud.arrived(key, PICTURE.length, play.now());
  }

  /** Puts bytes as the answer to their declaration says. */
  static void put(FakeCloud cloud, JsonNode upload, byte[] content) {
    Map<String, String> headers = new HashMap<>();
    upload
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    cloud.objects().receive(URI.create(upload.path("uri").asText()), headers, content);
  }
}
