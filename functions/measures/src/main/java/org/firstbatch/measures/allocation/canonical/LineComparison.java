package org.firstbatch.measures.allocation.canonical;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes the bytes that a file should have and finds the first line in which another file differs.
 */
final class LineComparison extends OutputStream {

  /**
   * The first line that differs.
   *
   * @param line its number, from 1
   * @param expected the line as it should be, or null where the file should have ended
   * @param found the line as it is, or null where the file ended
   */
  record Difference(long line, @Nullable String expected, @Nullable String found) {}

  private final CanonicalReader other;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(256);
  private @Nullable Difference difference;
  private long line;

  LineComparison(InputStream other) {
    this.other = new CanonicalReader("plan", other, CanonicalReader.LONGEST_PLAN_LINE);
  }

  @Override
  public void write(int b) {
    if (b == '\n') {
      compare(pending.toByteArray());
      pending.reset();
    } else {
      pending.write(b);
    }
  }

  private void compare(byte[] expected) {
    if (difference != null) {
      return;
    }
    line++;
    byte[] found = other.nextBytes();
    if (!Arrays.equals(expected, found)) {
      difference = new Difference(line, text(expected), found == null ? null : text(found));
    }
  }

  /** The difference, once everything expected has been written; null when there is none. */
  @Nullable Difference finish() {
    if (difference == null) {
      byte[] more = other.nextBytes();
      difference = more == null ? null : new Difference(line + 1, null, text(more));
    }
    return difference;
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }
}
