package org.firstbatch.measures.policy;

import org.firstbatch.measures.scheme.Edition;

/** The sample edition, and variants of it. */
public final class Editions {
  private static final Edition DALIAN = Edition.findShipped("dalian").orElseThrow();

  private Editions() {}

  public static Edition dalian() {
    return DALIAN;
  }

  /** The sample edition with one question answered otherwise. */
  public static Edition answering(String question, String answer) {
    return variant("(?m)^(%s) += \\S+".formatted(question), "$1 = " + answer);
  }

  /** The sample edition as if it had been issued on another day, for ten years. */
  public static Edition issued(int year) {
    return Edition.parse(
        "variant",
        text()
            .replace("scheme-term = 3 ", "scheme-term = 11 ")
            .replace("last-day 2028-06-30", "last-day %d-06-30".formatted(year + 10))
            .replace("2025-07-01", "%d-01-01".formatted(year)));
  }

  private static Edition variant(String pattern, String replacement) {
    String text = text();
    String changed = text.replaceFirst(pattern, replacement);
    if (changed.equals(text)) {
      throw new IllegalArgumentException("nothing matches " + pattern);
    }
    return Edition.parse("variant", changed);
  }

  private static String text() {
    return DALIAN.canonicalText() + DALIAN.datedOptions().canonicalText();
  }
}
