package org.firstbatch.documents;

import com.fasterxml.jackson.databind.JsonNode;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalStream;

/** Hands each entry of the journal's stream on. */
final class DocumentsWorker implements EventFunction.Consumer {

  private final Render render;

  DocumentsWorker(Render render) {
    this.render = render;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalStream.each(event, render::hear);
  }
}
