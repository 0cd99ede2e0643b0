package org.firstbatch.casework.object;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * Leave to upload one object once.
 *
 * @param uri where to PUT it
 * @param headers to send exactly so: length, type, SHA-256 and {@code If-None-Match: *} are signed
 * @param expiresAt until when, real time
 */
public record PresignedPut(URI uri, Map<String, String> headers, Instant expiresAt) {

  public PresignedPut {
    headers = Map.copyOf(headers);
  }
}
