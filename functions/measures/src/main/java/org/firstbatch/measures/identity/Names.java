package org.firstbatch.measures.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Names and designations compared as people mean them, not as they were typed. */
public final class Names {
  private Names() {}

  /**
   * What two spellings of one name share: full-width and half-width forms, capitals, and spaces
   * make no difference.
   */
  public static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}]+", "")
        .toUpperCase(Locale.ROOT);
  }

  /** Whether two spellings mean the same name. */
  public static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }
}
