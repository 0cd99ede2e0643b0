package org.firstbatch.documents.site;

import java.util.regex.Pattern;
import org.firstbatch.casework.json.Hashes;

/**
 * Where the pages of a scheme are. Paths are below the scheme's folder.
 *
 * @param scheme the scheme
 * @param website the address of the website bucket, without a slash at its end
 * @param api the address of the API; empty when it answers at the website's own host
 */
public record Site(String scheme, String website, String api) {

  public static final String INDEX = "index.html";
  public static final String NOT_FOUND = "not-found.html";
  public static final String NAMES = "names/index.html";
  public static final String STYLE_SHEET = "style.css";

  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z-]{1,64}");

  public static String certificate(String number) {
    return "certificates/" + slug(number) + ".html";
  }

  public static String certificatePdf(String number, int version) {
    return "certificates/" + slug(number) + "/v" + version + ".pdf";
  }

  public static String enterprise(String creditCode) {
    return "enterprises/" + slug(creditCode) + ".html";
  }

  static String list(String documentNumber) {
    return "lists/" + slug(documentNumber) + ".html";
  }

  static String year(int year) {
    return "years/" + year + ".html";
  }

  /** The page of the names that begin with a prefix. */
  public static String names(String prefix) {
    return "names/" + slug(prefix) + ".html";
  }

  /** A page of a list that has several; the first is the list's own. */
  static String numbered(String path, int number) {
    return number == 1 ? path : path.replace(".html", "_" + number + ".html");
  }

  /** The key of an object in the website bucket. */
  public String key(String path) {
    return scheme + "/" + path;
  }

  /** The address of a page for everybody. */
  public String address(String path) {
    return website + "/" + key(path);
  }

  String searchAddress() {
    return api + "/v1/schemes/" + scheme + "/register";
  }

  /** Any text as a part of a path: itself where that is harmless, else a digest of it. */
  private static String slug(String text) {
    return PLAIN.matcher(text).matches() ? text : "x" + Hashes.hex(text).substring(0, 24);
  }
}
