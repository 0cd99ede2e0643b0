package org.firstbatch.local.screen;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes on a terminal: Chinese characters take two. */
public final class Width {

  private Width() {}

  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    return between(codePoint, 0x1100, 0x115F)
        || between(codePoint, 0x2E80, 0x303E)
        || between(codePoint, 0x3041, 0xA4CF)
        || between(codePoint, 0xAC00, 0xD7A3)
        || between(codePoint, 0xF900, 0xFAFF)
        || between(codePoint, 0xFE30, 0xFE6F)
        || between(codePoint, 0xFF00, 0xFF60)
        || between(codePoint, 0xFFE0, 0xFFE6)
        || between(codePoint, 0x20000, 0x3FFFD);
  }

  private static boolean between(int codePoint, int least, int most) {
    return codePoint >= least && codePoint <= most;
  }

  /** The text with blanks behind it, or cut with "…", to take exactly so many columns. */
  public static String left(String text, int columns) {
    String cut = cut(text, columns);
    return cut + " ".repeat(columns - of(cut));
  }

  /** The text with blanks before it. */
  public static String right(String text, int columns) {
    String cut = cut(text, columns);
    return " ".repeat(columns - of(cut)) + cut;
  }

  /** The text, cut if it takes more columns. */
  public static String cut(String text, int columns) {
    if (of(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      if (of(cut.toString()) + of(codePoint) > columns - 1) {
        break;
      }
      cut.appendCodePoint(codePoint);
    }
    return cut.append('…').toString();
  }

  /** The text in lines of at most so many columns, broken at blanks and between Chinese. */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (of(rest) > columns) {
      int end = cut(rest, columns + 1).length() - 1;
      int blank = rest.lastIndexOf(' ', end);
      int at = blank > 0 && !isWide(rest.codePointAt(end)) ? blank : end;
      lines.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(rest);
    }
    return lines;
  }
}
