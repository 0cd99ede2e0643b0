package org.firstbatch.measures.datafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text of lines in UTF-8. Blank lines and lines that begin with {@code #} say nothing; every
 * other line is words between blanks, of which the first is its key.
 *
 * @param name what errors call the file
 */
public record DataFile(String name, List<Line> lines) {

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");

  public static DataFile of(String name, String text) {
    List<Line> lines = new ArrayList<>();
    List<String> all = withoutMark(text).lines().toList();
    for (int i = 0; i < all.size(); i++) {
      String line = all.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(new Line(name, i + 1, List.of(BLANKS.split(line, -1))));
      }
    }
    return new DataFile(name, List.copyOf(lines));
  }

  /**
   * Reads a file of this module's class path, such as {@code calendar/2026.txt}.
   *
   * @throws BrokenFileException if there is none
   */
  public static DataFile resource(String path) {
    try (@Nullable InputStream in = DataFile.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new BrokenFileException(path, 0, "file", "a file on the class path", "nothing");
      }
      return of(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** Editors on Windows begin a file with a byte order mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** A fault of the file as a whole: something is not there. */
  public BrokenFileException lacks(String key, String expected) {
    return new BrokenFileException(name, 0, key, expected, "nothing");
  }
}
