package org.firstbatch.documents.site;

/**
 * An enterprise under one of its names.
 *
 * @param key the name as it is searched
 * @param name as it stands in a certificate
 * @param creditCode which enterprise
 */
public record NamedEnterprise(String key, String name, String creditCode) {

  /** Whether the searched name begins so. */
  boolean begins(String prefix) {
    return key.startsWith(prefix);
  }
}
