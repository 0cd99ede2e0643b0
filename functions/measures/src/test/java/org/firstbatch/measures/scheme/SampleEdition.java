package org.firstbatch.measures.scheme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The shipped edition's text, for tests that change one line of it. */
final class SampleEdition {

  static final String TEXT = read("/scheme/dalian/edition-1.txt");

  private SampleEdition() {}

  static Edition with(String line) {
    return Edition.parse("edition", TEXT + line + "\n");
  }

  static Edition without(String key) {
    return Edition.parse("edition", TEXT.replaceAll("(?m)^" + key + " .*$", ""));
  }

  static Edition replacing(String key, String line) {
    return Edition.parse("edition", TEXT.replaceAll("(?m)^" + key + " .*$", line));
  }

  /** The number of the line on which a key stands, counted from 1. */
  static int lineOf(String key) {
    return 1
        + TEXT.lines()
            .toList()
            .indexOf(
                TEXT.lines().filter(line -> line.startsWith(key + " ")).findFirst().orElseThrow());
  }

  private static String read(String path) {
    try (InputStream in = Objects.requireNonNull(SampleEdition.class.getResourceAsStream(path))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
