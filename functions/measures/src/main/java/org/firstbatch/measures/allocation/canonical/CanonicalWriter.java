package org.firstbatch.measures.allocation.canonical;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/** Writes fields and lines, and digests them on the way. Closing the stream is the caller's. */
final class CanonicalWriter {

  private final MessageDigest digest = Sha256.start();
  private final OutputStream out;
  private final StringBuilder line = new StringBuilder(256);

  CanonicalWriter(OutputStream out) {
    this.out = new BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16);
  }

  CanonicalWriter word(String word) {
    if (!line.isEmpty()) {
      line.append(Format.SEPARATOR);
    }
    line.append(word);
    return this;
  }

  CanonicalWriter text(String text) {
    return word(Format.escape(text));
  }

  CanonicalWriter number(long number) {
    return word(Long.toString(number));
  }

  void endLine() throws IOException {
    out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    line.setLength(0);
  }

  /** The hash of everything written, after which nothing more may be. */
  String finish() throws IOException {
    out.flush();
    return Sha256.hex(digest);
  }
}
