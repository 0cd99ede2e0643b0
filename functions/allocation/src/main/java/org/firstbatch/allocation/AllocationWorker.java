package org.firstbatch.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalStream;

/** Hands each entry of the journal's stream on. */
final class AllocationWorker implements EventFunction.Consumer {

  private final Wake wake;

  AllocationWorker(Wake wake) {
    this.wake = wake;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalStream.each(event, wake::hear);
  }
}
