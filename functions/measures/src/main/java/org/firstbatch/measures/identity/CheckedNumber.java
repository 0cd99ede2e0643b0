package org.firstbatch.measures.identity;

/**
 * Numbers that notice a slip of the pen: certificate and receipt numbers end in the check character
 * of ISO 7064 MOD 37,36, which finds every single wrong character and nearly every swap of
 * neighbours. Hyphens are for reading only and are not counted.
 */
public final class CheckedNumber {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int MODULUS = 36;

  private CheckedNumber() {}

  /**
   * The number with its check character behind it.
   *
   * @param body digits, capitals A–Z and hyphens, at least one that is not a hyphen
   * @throws IllegalArgumentException on any other character
   */
  public static String complete(String body) {
    return body + checkCharacter(body);
  }

  /** Whether the last character is the check character of those before it. */
  public static boolean isValid(String number) {
    if (number.length() < 2 || !number.matches("[0-9A-Z-]*[0-9A-Z]-*[0-9A-Z]")) {
      return false;
    }
    int last = number.length() - 1;
    return checkCharacter(number.substring(0, last)) == number.charAt(last);
  }

  /**
   * The check character that belongs to a body.
   *
   * @throws IllegalArgumentException as {@link #complete}
   */
  public static char checkCharacter(String body) {
    String counted = body.replace("-", "");
    if (counted.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to compute a check character of in '" + body + "'");
    }
    int carry = MODULUS;
    for (int at = 0; at < counted.length(); at++) {
      int sum = (carry + ordinal(counted.charAt(at), body)) % MODULUS;
      carry = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
    }
    return ALPHABET.charAt((MODULUS + 1 - carry) % MODULUS);
  }

  private static int ordinal(char character, String body) {
    int ordinal = ALPHABET.indexOf(character);
    if (ordinal < 0) {
      throw new IllegalArgumentException(
          "'%s' in '%s': only digits, A-Z and hyphens".formatted(character, body));
    }
    return ordinal;
  }
}
