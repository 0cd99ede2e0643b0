package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.local.server.Kept;

/**
 * What has been done already, with its answers: an interrupted play goes on where it was, also when
 * so much of the law's time has passed that the API no longer keeps its first answers.
 */
final class Done {

  private final Path file;
  private final Map<String, Api.Answer> answers = new ConcurrentHashMap<>();

  Done(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file).stream().filter(line -> line.endsWith("}")).forEach(this::read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("What was played is not readable: " + file, e);
    } catch (PermanentFault e) {
      throw Kept.damaged(file, e);
    }
  }

  private void read(String line) {
    JsonNode json = Json.object(line);
    answers.put(
        json.path("key").asText(),
        new Api.Answer(
            json.path("status").asInt(),
            json.path("body").asText(),
            json.path("etag").asText(),
            json.path("location").asText()));
  }

  Optional<Api.Answer> find(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  synchronized void add(String key, Api.Answer answer) {
    answers.put(key, answer);
    String line =
        Json.write(
            Map.of(
                "key", key,
                "status", answer.status(),
                "body", answer.body(),
                "etag", answer.etag(),
                "location", answer.location()));
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("Not written: " + file, e);
    }
  }
}
