package org.firstbatch.documents;

import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.documents.pdf.ReceiptPdf;

/** Makes the paper of a receipt, which those whom its entry concerns may read. */
final class RenderReceipt {

  private final Shelf shelf;
  private final ReceiptPdf pdf;

  RenderReceipt(Shelf shelf, ReceiptPdf pdf) {
    this.shelf = shelf;
    this.pdf = pdf;
  }

  void receipt(JournalEntry entry) {
    Receipt receipt = Json.read(entry.facts().path(Journal.RECEIPT).toString(), Receipt.class);
    Rendered wanted =
        new Rendered(
            Rendered.RECEIPT,
            receipt.number(),
            1,
            Bucket.ARCHIVE,
            "documents/%s/receipts/%s.pdf".formatted(entry.scheme(), receipt.number()),
            "",
            0,
            entry.organisations(),
            receipt.at());
    shelf.keep(entry.scheme(), wanted, () -> pdf.render(entry, receipt));
  }
}
