package org.firstbatch.documents;

import java.util.Set;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.pdf.CertificatePdf;
import org.firstbatch.documents.pdf.PlanPdf;
import org.firstbatch.documents.pdf.ReceiptPdf;
import org.firstbatch.documents.pdf.Typeface;

/** What is made when the journal says that something happened. */
final class Render {

  /** A list became public. */
  static final Set<String> LISTS = Set.of("certificates.published", "certificates.imported");

  /** A certificate of a public list changed. */
  static final Set<String> CERTIFICATES = Set.of("certificate.corrected", "certificate.revoked");

  /** All three bodies have signed a plan. */
  static final String PLAN = "plan.signed";

  private final Records records;
  private final ObjectStore objects;
  private final Editions editions;
  private final Website website;
  private final CertificatePdf certificatePdf;
  private final RenderPlan plan;
  private final RenderReceipt receipt;

  Render(
      Records records, ObjectStore objects, Schemes schemes, Website website, Typeface typeface) {
    this.records = records;
    this.objects = objects;
    this.website = website;
    editions = new Editions(schemes);
    Shelf shelf = new Shelf(records, objects, editions);
    certificatePdf = new CertificatePdf(typeface);
    plan = new RenderPlan(records, shelf, new PlanPdf(typeface));
    receipt = new RenderReceipt(shelf, new ReceiptPdf(typeface));
  }

  /** Handles one entry; handling it twice changes nothing more. */
  void hear(JournalEntry entry) {
    if (entry.facts().has(Journal.RECEIPT)) {
      receipt.receipt(entry);
    }
    if (entry.type().equals(PLAN)) {
      plan.plan(entry);
    }
    if (LISTS.contains(entry.type())) {
      register(entry).list(entry);
    }
    if (CERTIFICATES.contains(entry.type())) {
      register(entry).certificate(entry);
    }
  }

  private RenderRegister register(JournalEntry entry) {
    return new RenderRegister(
        records, objects, editions, certificatePdf, website.of(entry.scheme()));
  }
}
