package org.firstbatch.measures.identity;

import java.util.Optional;
import org.firstbatch.measures.explain.Text;

/**
 * A Unified Social Credit Code (统一社会信用代码) as GB 32100-2015 defines it: 17 characters of an alphabet
 * of 31 (no I, O, S, V, Z) and a check character, the weighted sum modulo 31 with weights 3^(i-1)
 * mod 31.
 *
 * @param value the 18 characters; the check character is right unless an officer overrode it
 */
public record CreditCode(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int BODY = 17;

  /**
   * Takes a code whose check character was looked at before, or which an officer lets pass.
   *
   * @throws IllegalArgumentException when it is not 18 characters of the alphabet
   */
  public CreditCode {
    findMalformation(value).ifPresent(CreditCode::refuse);
  }

  /**
   * Reads a code.
   *
   * @throws IllegalArgumentException when it is none, a wrong check character included, with the
   *     reason of {@link #findFault}
   */
  public static CreditCode parse(String code) {
    findFault(code).ifPresent(CreditCode::refuse);
    return new CreditCode(code);
  }

  private static void refuse(Text fault) {
    throw new IllegalArgumentException(fault.zh() + " / " + fault.en());
  }

  /** What is wrong with a code and what would be right; empty when nothing is. */
  public static Optional<Text> findFault(String code) {
    Optional<Text> malformation = findMalformation(code);
    return malformation.isPresent() ? malformation : findWrongCheck(code);
  }

  /** What of a code can never be right, its check character aside; empty when nothing is. */
  public static Optional<Text> findMalformation(String code) {
    if (code.length() != BODY + 1) {
      return Optional.of(
          Text.of(
              "统一社会信用代码应为 18 位，现为 %d 位".formatted(code.length()),
              "a credit code has 18 characters, this one %d".formatted(code.length())));
    }
    for (int at = 0; at < code.length(); at++) {
      if (ALPHABET.indexOf(code.charAt(at)) < 0) {
        return Optional.of(foreign(code.charAt(at), at + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Text> findWrongCheck(String code) {
    char right = checkCharacter(code.substring(0, BODY));
    return right == code.charAt(BODY) ? Optional.empty() : Optional.of(wrong(code, right));
  }

  /**
   * The eighteenth character that belongs to seventeen.
   *
   * @throws IllegalArgumentException when the body is not 17 characters of the code's alphabet
   */
  public static char checkCharacter(String body) {
    if (body.length() != BODY) {
      throw new IllegalArgumentException(
          "a credit code's body has 17 characters, not " + body.length());
    }
    int sum = 0;
    int weight = 1;
    for (int at = 0; at < BODY; at++) {
      sum += ordinal(body.charAt(at)) * weight;
      weight = weight * 3 % ALPHABET.length();
    }
    return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
  }

  private static int ordinal(char character) {
    int ordinal = ALPHABET.indexOf(character);
    if (ordinal < 0) {
      throw new IllegalArgumentException("'" + character + "' is not used in credit codes");
    }
    return ordinal;
  }

  private static Text foreign(char character, int place) {
    return Text.of(
        "第 %d 位“%s”不是统一社会信用代码的字符（数字及大写字母，不用 I、O、S、V、Z）".formatted(place, character),
        "character %d, '%s', is not used in credit codes (digits and capitals without I, O, S, V, Z)"
            .formatted(place, character));
  }

  private static Text wrong(String code, char right) {
    return Text.of(
        "校验码“%s”有误，按前 17 位应为“%s”".formatted(code.charAt(BODY), right),
        "check character '%s' is wrong; the first 17 characters call for '%s'"
            .formatted(code.charAt(BODY), right));
  }

  @Override
  public String toString() {
    return value;
  }
}
