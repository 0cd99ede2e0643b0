package org.firstbatch.casework.object;

import java.util.Locale;

/** The buckets of the product. */
public enum Bucket {
  /** Evidence, contract copies, application forms: private. */
  EVIDENCE,
  /** File drops, one prefix per insurer. */
  DROP,
  /** Public pages. */
  WEBSITE,
  /** Plans and journal seals, under Object Lock. */
  ARCHIVE;

  /** The name used in configuration and in the template. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
