package org.firstbatch.measures.allocation;

/** What a value must be to have a place in a plan. */
final class Limits {

  /** Ten trillion yuan. No sum of awards can pass it, because none passes its budget. */
  static final long MAX_FEN = 1_000_000_000_000_000L;

  private Limits() {}

  static void requireAmount(String name, long fen, long least) {
    if (fen < least || fen > MAX_FEN) {
      throw new IllegalArgumentException(
          "%s is %d fen, expected %d to %d".formatted(name, fen, least, MAX_FEN));
    }
  }

  static void requireText(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        i = requirePair(name, value, i);
      }
    }
  }

  /** UTF-8 has no form for half a character, and order and files are made of UTF-8. */
  private static int requirePair(String name, String value, int at) {
    if (!Character.isSupplementaryCodePoint(value.codePointAt(at))) {
      throw new IllegalArgumentException(name + " holds half a character at position " + at);
    }
    return at + 1;
  }

  static void requireQuarter(String quarter) {
    if (quarter.length() != 6
        || !digits(quarter, 4)
        || quarter.charAt(4) != 'Q'
        || quarter.charAt(5) < '1'
        || quarter.charAt(5) > '4') {
      throw new IllegalArgumentException("not a quarter like 2026Q1: " + quarter);
    }
  }

  private static boolean digits(String text, int count) {
    for (int i = 0; i < count; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
