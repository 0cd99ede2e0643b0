package org.firstbatch.casework.event;

import org.firstbatch.casework.journal.JournalEntry;

/** Hears what the journal got, one entry after another; hearing one twice changes nothing more. */
@FunctionalInterface
public interface JournalListener {
  void hear(JournalEntry entry);
}
