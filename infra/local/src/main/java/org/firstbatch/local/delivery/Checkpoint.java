package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.local.server.Kept;

/** How far each shard of a stream has been delivered to a function; survives a crash. */
final class Checkpoint {

  private static final String ENDED = "ended";

  private final Path file;
  private final Map<String, String> shards = new LinkedHashMap<>();

  Checkpoint(Path file) {
    this.file = file;
    if (Files.exists(file)) {
      read().properties().forEach(each -> shards.put(each.getKey(), each.getValue().asText()));
    }
  }

  private JsonNode read() {
    try {
      return Json.object(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The checkpoint is not readable: " + file, e);
    }
  }

  boolean hasEnded(String shard) {
    return ENDED.equals(shards.get(shard));
  }

  /** The last sequence number delivered; empty when none was. */
  String delivered(String shard) {
    return shards.getOrDefault(shard, "");
  }

  void deliver(String shard, String sequenceNumber) {
    shards.put(shard, sequenceNumber);
    Kept.write(file, Json.write(shards));
  }

  void end(String shard) {
    deliver(shard, ENDED);
  }
}
