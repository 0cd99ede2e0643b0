package org.firstbatch.measures.money;

import org.firstbatch.measures.money.MoneyFormatException.Problem;

/**
 * 大写 amounts. Follows the central bank's rules on filling in bills: 整 after 元 when there are
 * neither 角 nor 分; one 零 for a run of zeros inside; 零 after 元 when 角 is zero and 分 is not. Where
 * those rules leave a choice (整 after 角, 零 before a 角 that follows a zero, 零 between two groups of
 * which the lower has its thousands) the shorter form is written.
 */
final class ChineseAmount {

  private static final String DIGITS = "零壹贰叁肆伍陆柒捌玖";
  private static final String[] PLACES = {"", "拾", "佰", "仟"};
  private static final int[] WEIGHTS = {1, 10, 100, 1_000};
  private static final int LONGEST = 64;

  private ChineseAmount() {}

  static String format(Money amount) {
    if (amount.isMoreThan(Money.MAX)) {
      throw new ArithmeticException("大写 goes to " + Money.MAX + ", not " + amount);
    }
    long yuan = amount.fen() / 100;
    int jiao = (int) (amount.fen() / 10 % 10);
    int fen = (int) (amount.fen() % 10);
    StringBuilder out = new StringBuilder();
    if (yuan > 0 || amount.isZero()) {
      out.append(yuan == 0 ? "零" : whole(yuan)).append('元');
    }
    return out.append(fraction(yuan, jiao, fen)).toString();
  }

  private static String fraction(long yuan, int jiao, int fen) {
    if (jiao == 0 && fen == 0) {
      return "整";
    }
    String tenths = jiao > 0 ? DIGITS.charAt(jiao) + "角" : yuan > 0 ? "零" : "";
    return fen > 0 ? tenths + DIGITS.charAt(fen) + "分" : tenths;
  }

  private static String whole(long yuan) {
    StringBuilder out = new StringBuilder();
    boolean zero = false;
    for (int group = 3; group >= 0; group--) {
      int digits = group(yuan, group);
      for (int place = 3; place >= 0; place--) {
        int digit = digits / WEIGHTS[place] % 10;
        if (digit > 0) {
          out.append(zero && !out.isEmpty() ? "零" : "").append(DIGITS.charAt(digit));
          out.append(PLACES[place]);
        }
        zero = digit == 0;
      }
      out.append(digits == 0 ? "" : groupUnit(group, yuan));
      zero &= digits == 0;
    }
    return out.toString();
  }

  private static int group(long yuan, int group) {
    long value = yuan;
    for (int i = 0; i < group; i++) {
      value /= 10_000;
    }
    return (int) (value % 10_000);
  }

  private static String groupUnit(int group, long yuan) {
    return switch (group) {
      case 3 -> group(yuan, 2) == 0 ? "万亿" : "万";
      case 2 -> "亿";
      case 1 -> "万";
      default -> "";
    };
  }

  static Money parse(String text) {
    if (text.length() > LONGEST) {
      throw new MoneyFormatException(text, LONGEST, Problem.NOT_CAPITALS);
    }
    Reader reader = new Reader();
    for (int i = 0; i < text.length(); i++) {
      if (!reader.accept(text.charAt(i))) {
        throw new MoneyFormatException(text, i, Problem.NOT_CAPITALS);
      }
    }
    return requireSame(text, reader.fen);
  }

  /** One amount has one 大写: whatever else reads as the same value is refused. */
  private static Money requireSame(String text, long fen) {
    if (fen > Money.MAX.fen()) {
      throw new MoneyFormatException(text, 0, Problem.TOO_LARGE);
    }
    String right = format(Money.ofFen(fen));
    for (int i = 0; i < Math.max(text.length(), right.length()); i++) {
      if (i >= text.length() || i >= right.length() || text.charAt(i) != right.charAt(i)) {
        throw new MoneyFormatException(text, i, Problem.NOT_CAPITALS);
      }
    }
    return Money.ofFen(fen);
  }

  /** Adds up the value character by character; whether the form is right is checked afterwards. */
  private static final class Reader {
    private long fen;
    private long hundredMillions;
    private long tenThousands;
    private long section;
    private long digit;

    boolean accept(char c) {
      int value = DIGITS.indexOf(c);
      if (value >= 0) {
        digit = value;
        return true;
      }
      return acceptUnit(c);
    }

    private boolean acceptUnit(char c) {
      switch (c) {
        case '拾' -> place(10);
        case '佰' -> place(100);
        case '仟' -> place(1_000);
        case '万' -> tenThousands += take() * 10_000;
        case '亿' -> hundredMillions += takeTenThousands() * 100_000_000;
        case '元' -> fen = (hundredMillions + takeTenThousands()) * 100;
        case '角' -> fen += take() * 10;
        case '分' -> fen += take();
        case '整' -> section = 0;
        default -> {
          return false;
        }
      }
      return true;
    }

    private void place(int weight) {
      section += digit * weight;
      digit = 0;
    }

    private long take() {
      long taken = section + digit;
      section = 0;
      digit = 0;
      return taken;
    }

    private long takeTenThousands() {
      long taken = tenThousands + take();
      tenThousands = 0;
      return taken;
    }
  }
}
