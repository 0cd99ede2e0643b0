package org.firstbatch.casework.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.firstbatch.casework.contract.ObjectStoreContract;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;
import org.junit.jupiter.api.Test;

class InMemoryObjectsTest extends ObjectStoreContract {

  private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
  private static final ObjectKey KEY = new ObjectKey(Bucket.EVIDENCE, "a");
  private static final String SHA_256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InMemoryObjects objects = new InMemoryObjects(now::get);

  @Override
  protected ObjectStore objects() {
    return objects;
  }

  @Override
  protected int upload(URI uri, Map<String, String> headers, byte[] body) {
    return objects.receive(uri, headers, body);
  }

  @Override
  protected Optional<byte[]> download(URI uri) {
    return objects.fetch(uri);
  }

  @Test
  void shouldRefuseALinkThatExpired() {
    PresignedPut put =
        objects.presignPut(KEY, "text/plain", 0, SHA_256_OF_NOTHING, Duration.ofMinutes(1));
    now.set(NOW.plusSeconds(60));
    assertEquals(403, objects.receive(put.uri(), put.headers(), new byte[0]));
    assertEquals(NOW.plusSeconds(60), put.expiresAt());
  }
}
