package org.firstbatch.measures.explain;

/**
 * A sentence for people, in both languages of the product; Chinese is shown first.
 *
 * @param zh Chinese, not blank
 * @param en English, not blank
 */
public record Text(String zh, String en) {
  public Text {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "a text needs both languages, zh '%s', en '%s'".formatted(zh, en));
    }
  }

  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }

  /** The same words in both languages, for numbers, codes and names. */
  public static Text same(String words) {
    return new Text(words, words);
  }
}
