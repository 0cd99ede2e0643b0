package org.firstbatch.measures.money;

import org.firstbatch.measures.money.MoneyFormatException.Problem;

/** One pass over the text of an amount; keeps the position so that an error can name it. */
final class AmountParser {

  private final String original;
  private final String text;
  private final int start;
  private final int end;
  private final AmountUnit unit;
  private final boolean grouping;

  private AmountParser(
      String original, String text, int start, int end, AmountUnit unit, boolean grouping) {
    this.original = original;
    this.text = text;
    this.start = start;
    this.end = end;
    this.unit = unit;
    this.grouping = grouping;
  }

  static Money strict(String text) {
    return new AmountParser(text, text, 0, text.length(), AmountUnit.YUAN, false).amount();
  }

  static Money lenient(String original, AmountUnit columnUnit) {
    String text = halfWidth(original);
    int start = skipBlanks(text, 0);
    if (start < text.length() && text.charAt(start) == '¥') {
      start = skipBlanks(text, start + 1);
    }
    int end = endBeforeBlanks(text, text.length());
    AmountUnit unit = columnUnit;
    if (text.startsWith("元", end - 1)) {
      boolean wan = text.startsWith("万元", end - 2);
      unit = wan ? AmountUnit.WAN_YUAN : AmountUnit.YUAN;
      end = endBeforeBlanks(text, end - unit.label().length());
    }
    return new AmountParser(original, text, start, Math.max(start, end), unit, true).amount();
  }

  private Money amount() {
    if (start == end) {
      throw broken(start, Problem.EMPTY);
    }
    int point = text.substring(0, end).indexOf('.', start);
    int wholeEnd = point < 0 ? end : point;
    long whole = whole(wholeEnd);
    long fen = point < 0 ? scaled(whole, 0, wholeEnd) : scaled(whole, point + 1, wholeEnd);
    if (fen > Money.MAX.fen()) {
      throw broken(start, Problem.TOO_LARGE);
    }
    return Money.ofFen(fen);
  }

  private long whole(int wholeEnd) {
    if (wholeEnd == start) {
      throw broken(start, Problem.NOT_A_DIGIT);
    }
    refuseLeadingZero(wholeEnd);
    boolean grouped = grouping && text.substring(start, wholeEnd).indexOf(',') >= 0;
    long value = 0;
    for (int i = start; i < wholeEnd; i++) {
      if (grouped && (wholeEnd - i) % 4 == 0) {
        requireSeparator(i);
      } else {
        value = push(value, i);
      }
    }
    return value;
  }

  private void refuseLeadingZero(int wholeEnd) {
    if (text.charAt(start) == '0' && wholeEnd - start > 1 && isDigit(text.charAt(start + 1))) {
      throw broken(start, Problem.LEADING_ZERO);
    }
  }

  private void requireSeparator(int i) {
    if (text.charAt(i) != ',' || i == start) {
      throw broken(i, Problem.GROUPING);
    }
  }

  /** Fen of the whole part and the decimals from {@code from} (0: none). */
  private long scaled(long whole, int from, int wholeEnd) {
    int last = from == 0 ? wholeEnd : end;
    if (from == last) {
      throw broken(from, Problem.NOT_A_DIGIT);
    }
    long fen = whole;
    for (int place = 0; place < unit.decimals(); place++) {
      int i = from + place;
      fen = from > 0 && i < last ? push(fen, i) : times10(fen, start);
    }
    if (from > 0) {
      refuseFinerThanFen(from + unit.decimals());
    }
    return fen;
  }

  private void refuseFinerThanFen(int from) {
    for (int i = from; i < end; i++) {
      if (!isDigit(text.charAt(i))) {
        throw broken(i, problemAt(text.charAt(i)));
      }
      if (!grouping || text.charAt(i) != '0') {
        throw broken(i, Problem.TOO_MANY_DECIMALS);
      }
    }
  }

  private long push(long value, int i) {
    char c = text.charAt(i);
    if (!isDigit(c)) {
      throw broken(i, problemAt(c));
    }
    return times10(value, i) + (c - '0');
  }

  private long times10(long value, int i) {
    if (value > Money.MAX.fen()) {
      throw broken(i, Problem.TOO_LARGE);
    }
    return value * 10;
  }

  private static Problem problemAt(char c) {
    return switch (c) {
      case '+', '-', '−', '－', '＋' -> Problem.SIGN;
      case 'e', 'E' -> Problem.EXPONENT;
      case ',', '，', '\'', '_', ' ' -> Problem.GROUPING;
      default -> Problem.NOT_A_DIGIT;
    };
  }

  private MoneyFormatException broken(int index, Problem problem) {
    return new MoneyFormatException(original, index, problem);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Same length as the input, so that positions stay those of the input. */
  private static String halfWidth(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(halfWidth(text.charAt(i)));
    }
    return out.toString();
  }

  private static char halfWidth(char c) {
    return switch (c) {
      case '，' -> ',';
      case '．' -> '.';
      case '￥' -> '¥';
      case '　', '\u00a0', '\t' -> ' ';
      default -> c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c;
    };
  }

  private static int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  private static int endBeforeBlanks(String text, int end) {
    int i = end;
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return i;
  }
}
