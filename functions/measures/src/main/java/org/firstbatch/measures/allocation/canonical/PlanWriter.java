package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.io.OutputStream;
import org.firstbatch.measures.allocation.Allocation.Totals;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.LocalSecond;

/**
 * Writes a plan as a stream: head, lines in order, end. The stream is flushed at the end and left
 * open.
 */
public final class PlanWriter {

  private final CanonicalWriter out;

  public PlanWriter(OutputStream out, PlanHead head) throws IOException {
    this.out = new CanonicalWriter(out);
    this.out
        .word(Format.PLAN)
        .word(Sha256.NAME)
        .word(head.input())
        .text(head.plan().scheme())
        .number(head.plan().fiscalYear())
        .number(head.plan().place())
        .endLine();
  }

  public void line(Line line) throws IOException {
    line(PlanLine.of(line));
  }

  public void line(PlanLine line) throws IOException {
    out.word(Format.LINE)
        .text(line.enterprise())
        .text(line.enterpriseName())
        .text(line.insurer())
        .text(line.policy())
        .word(LocalSecond.text(line.insured()))
        .word(LocalSecond.text(line.received()))
        .number(line.outstanding())
        .number(line.capLeft())
        .number(line.budgetLeft())
        .number(line.award())
        .word(line.outcome().name())
        .word(Format.reasons(line.reasons().list()))
        .endLine();
  }

  /** Writes the end and answers the SHA-256 of the file: what is signed. */
  public String finish(Totals totals) throws IOException {
    out.word(Format.END)
        .number(totals.claims())
        .number(totals.awarded())
        .number(totals.setAside())
        .endLine();
    return out.finish();
  }
}
