package org.firstbatch.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.local.server.Kept;

/**
 * Which objects are on their way or have arrived and were not delivered yet, a file each, so that a
 * crash loses none. A put is noted before it is passed on: after a crash the store is asked whether
 * it got there.
 */
public final class ArrivalLog {

  private static final String BEGUN = ".begun";
  private static final String ARRIVED = ".arrived";

  private final Path folder;
  private final AtomicLong next;

  /**
   * An object.
   *
   * @param id the event's id
   * @param path bucket and key, percent-encoded, as {@code /bucket/key}
   * @param size in bytes
   * @param etag empty until it has arrived
   */
  record Arrival(String id, String path, long size, String etag) {
    static Arrival of(String path, long size) {
      return new Arrival(UUID.randomUUID().toString(), path, size, "");
    }

    String bucket() {
      return path.substring(1, path.indexOf('/', 1));
    }

    /** Decoded. */
    String key() {
      String encoded = path.substring(path.indexOf('/', 1) + 1).replace("+", "%2B");
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    Arrival withEtag(String newEtag) {
      return new Arrival(id, path, size, newEtag);
    }
  }

  public ArrivalLog(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Not made: " + folder, e);
    }
    next =
        new AtomicLong(
            Stream.concat(files(BEGUN).stream(), files(ARRIVED).stream())
                .map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0));
  }

  private List<Path> files(String suffix) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Not listed: " + folder, e);
    }
  }

  /** Notes that a put is passed on. */
  Path begin(Arrival arrival) {
    Path file = folder.resolve("%015d%s".formatted(next.incrementAndGet(), BEGUN));
    Kept.write(file, Json.write(arrival));
    return file;
  }

  /** Notes that it has arrived. */
  Path arrive(Path begun, Arrival arrival) {
    String name = begun.getFileName().toString().replace(BEGUN, ARRIVED);
    Path file = folder.resolve(name);
    Kept.write(file, Json.write(arrival));
    forget(begun);
    return file;
  }

  /** It was refused, or it has been delivered. */
  void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Not removed: " + file, e);
    }
  }

  /** Asks the store for the ETag of an object. */
  @FunctionalInterface
  public interface Store {
    Optional<String> etag(String bucket, String key);
  }

  /** After a crash: what was under way has arrived if the store has it. */
  public void recover(Store store) {
    for (Path begun : files(BEGUN)) {
      Arrival arrival = read(begun);
      Optional<String> etag = store.etag(arrival.bucket(), arrival.key());
      if (etag.isPresent()) {
        arrive(begun, arrival.withEtag(etag.get()));
      } else {
        forget(begun);
      }
    }
  }

  List<Path> arrived() {
    return files(ARRIVED);
  }

  static Arrival read(Path file) {
    try {
      JsonNode json = Json.object(Files.readString(file));
      return new Arrival(
          json.path("id").asText(),
          json.path("path").asText(),
          json.path("size").asLong(),
          json.path("etag").asText());
    } catch (IOException e) {
      throw new UncheckedIOException("Not readable: " + file, e);
    } catch (PermanentFault e) {
      throw Kept.damaged(file, e);
    }
  }
}
