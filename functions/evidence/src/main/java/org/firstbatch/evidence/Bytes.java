package org.firstbatch.evidence;

/** Finds and reads in bytes. */
final class Bytes {

  private Bytes() {}

  /** Where a sequence begins at or behind an offset; -1 when it is not there. */
  static int indexOf(byte[] content, byte[] wanted, int from) {
    for (int at = from; at <= content.length - wanted.length; at++) {
      if (isAt(content, wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Where a sequence begins for the last time; -1 when it is not there. */
  static int lastIndexOf(byte[] content, byte[] wanted) {
    for (int at = content.length - wanted.length; at >= 0; at--) {
      if (isAt(content, wanted, at)) {
        return at;
      }
    }
    return -1;
  }

  static boolean isAt(byte[] content, byte[] wanted, int at) {
    if (at < 0 || at > content.length - wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (content[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
