package org.firstbatch.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * What each parameter and question of an edition means, in words for everybody.
 *
 * @param texts by the key of the edition's file
 */
record Explanations(Map<String, Text> texts) {

  private static final String FILE = "explanations.txt";

  Explanations {
    texts = Map.copyOf(texts);
  }

  /** The file beside this class: key, Chinese and English, with a bar between them. */
  static Explanations shipped() {
    try (@Nullable InputStream in = Explanations.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing on the class path");
      }
      return new Explanations(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.split("\\|", 3))
              .collect(Collectors.toMap(line -> line[0], line -> Text.of(line[1], line[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  /** The explanation of a key; the key itself for one that a later edition brings. */
  Text of(String key) {
    return texts.getOrDefault(key, Text.same(key));
  }
}
