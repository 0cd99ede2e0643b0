package org.firstbatch.measures.allocation.canonical;

/** A canonical file that is not as docs/scheme/plan-format.md says. */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long line;
  private final String field;
  private final String expected;
  private final String found;

  FormatException(String file, long line, String field, String expected, String found) {
    super(
        "%s line %d, field %s: expected %s, found %s"
            .formatted(file, line, field, expected, found));
    this.file = file;
    this.line = line;
    this.field = field;
    this.expected = expected;
    this.found = found;
  }

  /** {@code input} or {@code plan}. */
  public String file() {
    return file;
  }

  /** Counted from 1. */
  public long line() {
    return line;
  }

  /** The name that the format's page gives the field. */
  public String field() {
    return field;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
