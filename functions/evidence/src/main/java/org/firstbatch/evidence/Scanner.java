package org.firstbatch.evidence;

import org.firstbatch.measures.explain.Text;

/** Looks for malicious content. */
public interface Scanner {

  /** What a scan came to. */
  sealed interface Verdict {}

  /** Nothing was found. */
  record Clean() implements Verdict {}

  /**
   * Something was found.
   *
   * @param name what the scanner calls it
   */
  record Infected(String name) implements Verdict {}

  /** Nothing was looked for: the city runs no scanner. */
  record NotScanned() implements Verdict {}

  /** What is kept of a scan that found nothing, and shown to whoever reads the file. */
  enum Scan {
    CLEAN("已查毒，未发现恶意内容", "Scanned; nothing malicious was found"),
    NOT_SCANNED("未查毒：本系统未配置查毒服务", "Not scanned: no scanner is set up");

    private final Text label;

    Scan(String zh, String en) {
      this.label = Text.of(zh, en);
    }

    public Text label() {
      return label;
    }
  }

  /**
   * Scans the bytes of one file.
   *
   * @throws org.firstbatch.casework.problem.RetryableFault when the scanner gives no verdict
   */
  Verdict scan(byte[] content);

  /** For a city that runs no scanner. */
  static Scanner none() {
    return _ -> new NotScanned();
  }
}
