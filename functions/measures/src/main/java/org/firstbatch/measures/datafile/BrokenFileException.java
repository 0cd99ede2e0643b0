package org.firstbatch.measures.datafile;

/** A data file that cannot be trusted: which file, which line, which key, what was expected. */
public final class BrokenFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final int line;
  private final String key;
  private final String expected;
  private final String found;

  /**
   * @param line counted from 1; 0 when the file as a whole lacks something
   */
  public BrokenFileException(String file, int line, String key, String expected, String found) {
    super("%s:%d: %s: 应为 expected %s, 实为 found %s".formatted(file, line, key, expected, found));
    this.file = file;
    this.line = line;
    this.key = key;
    this.expected = expected;
    this.found = found;
  }

  public String file() {
    return file;
  }

  /** The line, counted from 1; 0 when the file as a whole lacks something. */
  public int line() {
    return line;
  }

  public String key() {
    return key;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
