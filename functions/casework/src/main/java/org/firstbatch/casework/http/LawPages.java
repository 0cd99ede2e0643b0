package org.firstbatch.casework.http;

import java.util.regex.Pattern;

/**
 * Where the pages can be read that explain the rules. What is stored names a page from the root of
 * the source, whatever the installation; on its way out it becomes an address, where there is one.
 */
public final class LawPages {

  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"\\\\]+");

  /** Nobody can write this into a text of an answer: there a quotation mark is escaped. */
  private static final String NAMED = "\"page\":\"docs/scheme/";

  private final String address;

  /**
   * @param address where the root of the source can be read; empty for nowhere
   */
  public LawPages(String address) {
    if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException(
          "firstbatch.law.address 应为 http(s) 地址或留空 / must be an http(s) address or empty: "
              + address);
    }
    this.address = address.isEmpty() || address.endsWith("/") ? address : address + "/";
  }

  /** The answer, each finding of which links to its page. */
  HttpAnswer linked(HttpAnswer answer) {
    if (address.isEmpty()) {
      return answer;
    }
    String linked = "\"page\":\"" + address + "docs/scheme/";
    return new HttpAnswer(
        answer.statusCode(), answer.headers(), answer.body().replace(NAMED, linked));
  }
}
