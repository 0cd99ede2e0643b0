package org.firstbatch.casework.record;

/**
 * The end of an aggregate's chain of journal entries, kept in the aggregate's own record.
 *
 * @param sequence the number of the last entry, 0 before the first
 * @param hash the SHA-256 of the last entry in hexadecimal, empty before the first
 */
public record JournalHead(long sequence, String hash) {

  /** Before the first entry. */
  public static final JournalHead NONE = new JournalHead(0, "");
}
