package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The digest of the canonical files. */
final class Sha256 {

  static final String NAME = "SHA-256";

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  static MessageDigest start() {
    try {
      return MessageDigest.getInstance(NAME);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + NAME, e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(InputStream in) throws IOException {
    MessageDigest digest = start();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      digest.update(buffer, 0, read);
    }
    return hex(digest);
  }

  static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  static String require(String name, String text) {
    if (!isHex(text)) {
      throw new IllegalArgumentException(
          name + " is not 64 lower-case hexadecimal digits: " + text);
    }
    return text;
  }
}
