package org.firstbatch.casework.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * An object that arrived, from EventBridge's "Object Created".
 *
 * @param bucket the bucket's real name
 * @param key the object's key as the event spells it
 * @param length in bytes
 * @param version the version, or the ETag where the store keeps no versions
 * @param at when it arrived
 * @param event the event's id
 */
public record ArrivedObject(
    String bucket, String key, long length, String version, Instant at, String event) {

  /** Reads the event. */
  public static ArrivedObject from(JsonNode event) {
    JsonNode object = event.path("detail").path("object");
    if (!object.path("key").isTextual()) {
      throw new PermanentFault("Not an event of an arrived object: detail.object.key is missing");
    }
    return new ArrivedObject(
        event.path("detail").path("bucket").path("name").asText(),
        object.path("key").asText(),
        object.path("size").asLong(),
        object.path("version-id").asText(object.path("etag").asText()),
        Instant.parse(event.path("time").asText()),
        event.path("id").asText());
  }

  /** The key with percent-encoding undone: some stores encode it in this event, AWS does not. */
  public String decodedKey() {
    return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
