package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines of fields, strictly, and digests their bytes on the way. */
final class CanonicalReader {

  /** In bytes; a plan's line is somewhat longer than the claim's line that it was made from. */
  static final int LONGEST_INPUT_LINE = 60_000;

  /** In bytes. */
  static final int LONGEST_PLAN_LINE = 1 << 16;

  private final String file;
  private final InputStream in;
  private final int longestLine;
  private final MessageDigest digest = Sha256.start();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private long line;
  private @Nullable String sha256;

  CanonicalReader(String file, InputStream in, int longestLine) {
    this.file = file;
    this.in = in;
    this.longestLine = longestLine;
  }

  /** The next line's fields; the file must have one. */
  Fields require(String what) {
    Fields fields = next();
    if (fields == null) {
      throw new FormatException(file, line + 1, "kind", what, "the end of the file");
    }
    return fields;
  }

  /** The next line's fields, or null at the end. */
  @Nullable Fields next() {
    byte[] bytes = nextBytes();
    return bytes == null ? null : new Fields(file, line, split(decode(bytes)));
  }

  /** The next line without its line feed, or null at the end. */
  byte @Nullable [] nextBytes() {
    try {
      return readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte @Nullable [] readLine() throws IOException {
    if (!hasMore()) {
      return null;
    }
    line++;
    byte[] bytes = upToLineFeed();
    while (position == limit) {
      if (!hasMore()) {
        throw new FormatException(file, line, "line end", "a line feed", "the end of the file");
      }
      bytes = joined(bytes, upToLineFeed());
    }
    position++;
    return bytes;
  }

  private boolean hasMore() throws IOException {
    if (position == limit) {
      limit = Math.max(0, in.read(buffer));
      position = 0;
      digest.update(buffer, 0, limit);
    }
    return position < limit;
  }

  /**
   * What the buffer still holds of this line; the position is then at its line feed, or at the
   * limit.
   */
  private byte[] upToLineFeed() {
    int from = position;
    while (position < limit && buffer[position] != '\n') {
      position++;
    }
    requireInLine(position - from);
    return Arrays.copyOfRange(buffer, from, position);
  }

  private byte[] joined(byte[] start, byte[] more) {
    requireInLine(start.length + more.length);
    byte[] joined = Arrays.copyOf(start, start.length + more.length);
    System.arraycopy(more, 0, joined, start.length, more.length);
    return joined;
  }

  private void requireInLine(int length) {
    if (length > longestLine) {
      throw new FormatException(
          file, line, "line end", "a line feed within " + longestLine + " bytes", "a longer line");
    }
  }

  private String decode(byte[] bytes) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new FormatException(file, line, "line", "UTF-8", "bytes that are not UTF-8");
    }
  }

  private static List<String> split(String text) {
    List<String> fields = new ArrayList<>(12);
    int from = 0;
    for (int to = text.indexOf(Format.SEPARATOR); to >= 0; ) {
      fields.add(text.substring(from, to));
      from = to + 1;
      to = text.indexOf(Format.SEPARATOR, from);
    }
    fields.add(text.substring(from));
    return fields;
  }

  /** Nothing may follow the end line. */
  void requireEnd() {
    if (nextBytes() != null) {
      throw new FormatException(file, line, "kind", "the end of the file", "another line");
    }
  }

  /** The hash of the whole file, once its end has been reached. */
  String sha256() {
    if (sha256 == null) {
      sha256 = Sha256.hex(digest);
    }
    return sha256;
  }

  /** The number of the last line read, from 1. */
  long line() {
    return line;
  }
}
