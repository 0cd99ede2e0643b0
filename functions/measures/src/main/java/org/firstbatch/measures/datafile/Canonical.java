package org.firstbatch.measures.datafile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A value that has exactly one text, so that a hash can stand for it. */
public interface Canonical {

  /** Lines that end with a line feed; equal values give equal texts. */
  String canonicalText();

  default byte[] canonicalBytes() {
    return canonicalText().getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 of the canonical bytes, 64 lower-case hexadecimal digits. */
  default String sha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonicalBytes());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
