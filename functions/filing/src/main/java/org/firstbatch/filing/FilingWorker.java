package org.firstbatch.filing;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalStream;
import org.firstbatch.casework.journal.JournalEntry;

/** Hears of received filings from the journal's stream. */
final class FilingWorker implements EventFunction.Consumer {

  private final CheckAndFile checkAndFile;

  FilingWorker(CheckAndFile checkAndFile) {
    this.checkAndFile = checkAndFile;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalStream.each(event, this::hear);
  }

  private void hear(JournalEntry entry) {
    if (entry.type().equals("filing.received")) {
      checkAndFile.file(entry);
    }
  }
}
