package org.firstbatch.measures.money;

/** A text that is not the amount it should be: what is wrong, where, and what would be right. */
public final class MoneyFormatException extends IllegalArgumentException {

  /** What can be wrong with the text of an amount. */
  public enum Problem {
    EMPTY("没有金额", "there is no amount", "4200000.00"),
    SIGN("金额不带正负号", "an amount has no sign", "4200000.00"),
    EXPONENT("金额不用科学记数法", "an amount has no exponent", "4200000.00"),
    GROUPING("千位分隔符的位置不对或不允许", "a thousands separator is misplaced or not allowed", "4200000.00"),
    LEADING_ZERO("开头多余的零", "a leading zero too many", "4200000.00"),
    NOT_A_DIGIT("此处应为数字", "a digit is expected here", "4200000.00"),
    TOO_MANY_DECIMALS("小于一分的金额", "the amount is finer than a fen", "4200000.00"),
    TOO_LARGE("金额超过十万亿元", "the amount is above the most, 10^15 fen", "10000000000000.00"),
    NOT_CAPITALS("不是规范的大写金额", "not an amount in capital numerals", "肆佰贰拾万元整");

    private final String zh;
    private final String en;
    private final String right;

    Problem(String zh, String en, String right) {
      this.zh = zh;
      this.en = en;
      this.right = right;
    }
  }

  private static final long serialVersionUID = 1L;

  private final String text;
  private final int index;
  private final Problem problem;

  MoneyFormatException(String text, int index, Problem problem) {
    super(zh(text, index, problem) + " / " + en(text, index, problem));
    this.text = text;
    this.index = index;
    this.problem = problem;
  }

  public String text() {
    return text;
  }

  /** Where it is wrong, counted from 0. */
  public int index() {
    return index;
  }

  public Problem problem() {
    return problem;
  }

  public String zh() {
    return zh(text, index, problem);
  }

  public String en() {
    return en(text, index, problem);
  }

  private static String zh(String text, int index, Problem problem) {
    return "金额“%s”第%d个字符：%s，应如 %s".formatted(text, index + 1, problem.zh, problem.right);
  }

  private static String en(String text, int index, Problem problem) {
    return "amount \"%s\", character %d: %s; write it like %s"
        .formatted(text, index + 1, problem.en, problem.right);
  }
}
