package org.firstbatch.casework.fake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * The store of documents in memory, with S3's answers to uploads. Safe for several threads. Its
 * links go to no server: hand them to {@link #receive} and {@link #fetch}.
 */
public final class InMemoryObjects implements ObjectStore {

  private static final Duration LONGEST = Duration.ofDays(7);

  /** The content is of ISO 8859-1 characters, one for a byte: a record should hold no array. */
  private record Stored(String content, String contentType, String version) {
    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private record Leave(ObjectKey key, Map<String, String> headers, Instant expiresAt) {}

  private final InstantSource clock;
  private final Map<ObjectKey, Stored> objects = new HashMap<>();
  private final Map<URI, Leave> uploads = new HashMap<>();
  private final Map<URI, Leave> downloads = new HashMap<>();
  private int versions;
  private int links;

  public InMemoryObjects() {
    this(InstantSource.system());
  }

  /**
   * @param clock what links expire by
   */
  public InMemoryObjects(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor) {
    byte[] digest = HexFormat.of().parseHex(sha256);
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            contentType,
            "Content-Length",
            Long.toString(length),
            "If-None-Match",
            "*",
            "x-amz-content-sha256",
            HexFormat.of().formatHex(digest));
    URI uri = link("upload", key);
    Instant expiresAt = expiry(validFor);
    uploads.put(uri, new Leave(key, headers, expiresAt));
    return new PresignedPut(uri, headers, expiresAt);
  }

  @Override
  public synchronized URI presignGet(ObjectKey key, String fileName, Duration validFor) {
    URI uri = link("download", key);
    Map<String, String> headers =
        Map.of(
            "Content-Disposition",
            "inline; filename*=UTF-8''" + URLEncoder.encode(fileName, StandardCharsets.UTF_8));
    downloads.put(uri, new Leave(key, headers, expiry(validFor)));
    return uri;
  }

  /**
   * What the store answers to an upload: 200 written, 400 other bytes than declared, 403 other
   * headers than signed or too late, 412 an object is there.
   */
  public synchronized int receive(URI uri, Map<String, String> headers, byte[] body) {
    Leave leave = uploads.get(uri);
    if (leave == null || isOver(leave) || !sends(headers, leave.headers())) {
      return 403;
    }
    if (body.length != Long.parseLong(leave.headers().getOrDefault("Content-Length", ""))) {
      return 403;
    }
    if (!sha256(body).equals(leave.headers().get("x-amz-content-sha256"))) {
      return 400;
    }
    String contentType = leave.headers().getOrDefault("Content-Type", "");
    return putOnce(leave.key(), contentType, body) == PutResult.WRITTEN ? 200 : 412;
  }

  /** The bytes behind a link to read; none when it is too late or nothing is there. */
  public synchronized Optional<byte[]> fetch(URI uri) {
    return Optional.ofNullable(downloads.get(uri))
        .filter(leave -> !isOver(leave))
        .map(leave -> objects.get(leave.key()))
        .map(stored -> stored.bytes());
  }

  @Override
  public synchronized Optional<ObjectInfo> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key))
        .map(s -> new ObjectInfo(s.content().length(), s.contentType(), s.version()));
  }

  @Override
  public synchronized InputStream open(ObjectKey key) {
    Stored stored = objects.get(key);
    if (stored == null) {
      throw new PermanentFault("No object at " + key);
    }
    return new ByteArrayInputStream(stored.bytes());
  }

  @Override
  public PutResult putOnce(ObjectKey key, String contentType, Path content) {
    return putOnce(key, contentType, read(content));
  }

  @Override
  public void put(ObjectKey key, String contentType, Path content) {
    store(key, contentType, read(content));
  }

  /** The objects of a bucket by path: for assertions. */
  public synchronized Map<String, byte[]> list(Bucket bucket) {
    Map<String, byte[]> listed = new TreeMap<>();
    objects.forEach(
        (key, stored) -> {
          if (key.bucket() == bucket) {
            listed.put(key.path(), stored.bytes());
          }
        });
    return listed;
  }

  private synchronized PutResult putOnce(ObjectKey key, String contentType, byte[] content) {
    if (objects.containsKey(key)) {
      return PutResult.ALREADY_THERE;
    }
    store(key, contentType, content);
    return PutResult.WRITTEN;
  }

  private synchronized void store(ObjectKey key, String contentType, byte[] content) {
    objects.put(
        key,
        new Stored(
            new String(content, StandardCharsets.ISO_8859_1), contentType, "v" + ++versions));
  }

  private URI link(String what, ObjectKey key) {
    String path = URLEncoder.encode(key.path(), StandardCharsets.UTF_8);
    return URI.create("memory://%s/%s?%s=%d".formatted(key.bucket().label(), path, what, ++links));
  }

  private Instant expiry(Duration validFor) {
    if (validFor.compareTo(LONGEST) > 0 || !validFor.isPositive()) {
      throw new IllegalArgumentException("A link is valid for up to seven days: " + validFor);
    }
    return clock.instant().plus(validFor);
  }

  private boolean isOver(Leave leave) {
    return !clock.instant().isBefore(leave.expiresAt());
  }

  private static boolean sends(Map<String, String> sent, Map<String, String> signed) {
    Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    ignoringCase.putAll(sent);
    return signed.entrySet().stream()
        .allMatch(header -> header.getValue().equals(ignoringCase.get(header.getKey())));
  }

  private static byte[] read(Path content) {
    try {
      return Files.readAllBytes(content);
    } catch (IOException e) {
      throw new PermanentFault("Cannot read " + content, e);
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
