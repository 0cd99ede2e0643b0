package org.firstbatch.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalBus;

/** Hands each entry that it hears from the journal's bus on. */
final class AllocationWorker implements EventFunction.Consumer {

  private final Wake wake;

  AllocationWorker(Wake wake) {
    this.wake = wake;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalBus.hear(event, wake::hear);
  }
}
