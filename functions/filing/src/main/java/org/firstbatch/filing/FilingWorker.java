package org.firstbatch.filing;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalBus;
import org.firstbatch.casework.journal.JournalEntry;

/** Hears of received filings and of revoked certificates from the journal's bus. */
final class FilingWorker implements EventFunction.Consumer {

  private final CheckAndFile checkAndFile;
  private final MarkRevoked markRevoked;

  FilingWorker(CheckAndFile checkAndFile, MarkRevoked markRevoked) {
    this.checkAndFile = checkAndFile;
    this.markRevoked = markRevoked;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalBus.hear(event, this::hear);
  }

  private void hear(JournalEntry entry) {
    switch (entry.type()) {
      case "filing.received" -> checkAndFile.file(entry);
      case "certificate.revoked" -> markRevoked.mark(entry);
      default -> {}
    }
  }
}
