package org.firstbatch.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The order in which DynamoDB keeps sort keys. */
final class Utf8 {

  private Utf8() {}

  static int compare(String left, String right) {
    return Arrays.compareUnsigned(
        left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
  }
}
