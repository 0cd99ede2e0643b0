package org.firstbatch.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.pdf.PlanPdf;
import org.firstbatch.measures.allocation.canonical.PlanReader;

/** Makes the paper of a signed plan from the very file that was signed. */
final class RenderPlan {

  private final Records records;
  private final Shelf shelf;
  private final PlanPdf pdf;

  RenderPlan(Records records, Shelf shelf, PlanPdf pdf) {
    this.records = records;
    this.shelf = shelf;
    this.pdf = pdf;
  }

  void plan(JournalEntry entry) {
    int year = entry.facts().path("year").asInt();
    int place = entry.facts().path("place").asInt();
    Plan plan =
        records
            .find(Plans.key(entry.scheme(), year, place))
            .map(record -> Plans.PLAN.read(record).value())
            .filter(found -> found.state().isSigned())
            .orElseThrow(
                () -> new PermanentFault("No signed plan " + year + " " + place + ": " + entry));
    Rendered wanted =
        new Rendered(
            Rendered.PLAN,
            subject(year, place),
            1,
            Bucket.ARCHIVE,
            "documents/%s/plans/%d-%d.pdf".formatted(entry.scheme(), year, place),
            "",
            0,
            List.of(),
            entry.at());
    shelf.keep(entry.scheme(), wanted, () -> render(entry.scheme(), plan));
  }

  static String subject(int year, int place) {
    return year + "-" + place;
  }

  private byte[] render(String scheme, Plan plan) {
    ObjectKey file = Plans.file(scheme, plan.year(), plan.place(), plan.sha256(), "plan");
    try (InputStream in = shelf.open(file)) {
      PlanReader lines = new PlanReader(in);
      byte[] bytes = pdf.render(scheme, plan, lines);
      if (!lines.sha256().equals(plan.sha256())) {
        throw new PermanentFault("The plan file is not the one that was signed: " + file);
      }
      return bytes;
    } catch (IOException e) {
      throw new RetryableFault("The plan file could not be read: " + file, e);
    }
  }
}
