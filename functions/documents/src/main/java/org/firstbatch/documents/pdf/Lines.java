package org.firstbatch.documents.pdf;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines: between any two Han characters, but neither before a closing mark nor
 * after an opening one, and inside a word or number only where it is wider than a whole line.
 */
final class Lines {

  private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕”’,.;:?!)%";
  private static final String NOT_LAST = "（《〈「『【〔“‘(";

  private final Typeface typeface;
  private final float size;
  private final float width;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private Lines(Typeface typeface, float size, float width) {
    this.typeface = typeface;
    this.size = size;
    this.width = width;
  }

  /** The lines of a text at a size within a width; at least one. */
  static List<String> of(Typeface typeface, String text, float size, float width) {
    Lines lines = new Lines(typeface, size, width);
    pieces(text).forEach(lines::add);
    lines.end();
    return lines.lines;
  }

  private void add(String piece) {
    if (fits(line + piece.stripTrailing())) {
      line.append(piece);
    } else {
      if (!line.isEmpty()) {
        end();
      }
      begin(piece);
    }
  }

  private void begin(String piece) {
    for (int at = 0; at < piece.length(); at = piece.offsetByCodePoints(at, 1)) {
      String character = Character.toString(piece.codePointAt(at));
      if (!line.isEmpty() && !fits(line + character.stripTrailing())) {
        end();
      }
      line.append(character);
    }
  }

  private boolean fits(String text) {
    return typeface.width(text, size) <= width;
  }

  private void end() {
    lines.add(line.toString().strip());
    line.setLength(0);
  }

  /** What stays together: a Han character with the marks around it, or a word with its space. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      piece.appendCodePoint(characters[i]);
      if (i + 1 == characters.length || mayBreak(characters[i], characters[i + 1])) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
    }
    return pieces;
  }

  private static boolean mayBreak(int before, int after) {
    if (NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0 || after == ' ') {
      return false;
    }
    return before == ' ' || isWide(before) || isWide(after);
  }

  private static boolean isWide(int character) {
    return character >= 0x2E80;
  }
}
