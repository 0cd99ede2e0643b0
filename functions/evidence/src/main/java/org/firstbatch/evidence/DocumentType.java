package org.firstbatch.evidence;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a document's bytes may be, with the bytes that every such file begins with. */
public enum DocumentType {
  PDF("application/pdf", "255044462d"),
  PNG("image/png", "89504e470d0a1a0a"),
  JPEG("image/jpeg", "ffd8ff");

  private final String mediaType;
  private final String magic;

  DocumentType(String mediaType, String magic) {
    this.mediaType = mediaType;
    this.magic = magic;
  }

  public String mediaType() {
    return mediaType;
  }

  static Optional<DocumentType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  boolean begins(byte[] content) {
    int length = magic.length() / 2;
    return content.length >= length && HexFormat.of().formatHex(content, 0, length).equals(magic);
  }
}
