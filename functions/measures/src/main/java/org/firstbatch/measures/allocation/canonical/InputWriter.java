package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Writes a plan's input as a stream: head, plans of other years that count, awards so far, claims,
 * end. Each kind must come in its order; what does not is refused, because the file would not be
 * canonical. The stream is flushed at the end and left open.
 */
public final class InputWriter {

  private final InputHead head;
  private final CanonicalWriter out;
  private @Nullable CountedPlan lastCounted;
  private @Nullable Awarded lastAwarded;
  private @Nullable Claim lastClaim;
  private long claims;

  public InputWriter(OutputStream out, InputHead head) throws IOException {
    this.head = head;
    this.out = new CanonicalWriter(out);
    writeHead();
    writeTerms();
  }

  private void writeHead() throws IOException {
    out.word(Format.INPUT)
        .word(Sha256.NAME)
        .word(Objects.requireNonNullElse(head.previous(), Format.NONE))
        .number(head.terms().budget())
        .word(head.edition())
        .word(head.options())
        .word(head.notices())
        .word(head.calendar())
        .endLine();
  }

  private void writeTerms() throws IOException {
    Terms terms = head.terms();
    out.word(Format.TERMS)
        .text(head.plan().scheme())
        .number(head.plan().fiscalYear())
        .number(head.plan().place())
        .number(terms.cap())
        .word(head.insuringTime().name())
        .word(terms.partialFunding().name())
        .word(terms.capYear().name())
        .word(terms.unpaidAtYearEnd().name())
        .word(terms.unready().name())
        .endLine();
  }

  /** The last signed plan of each other fiscal year, years upwards, before anything else. */
  public void counted(Iterable<CountedPlan> all) throws IOException {
    for (CountedPlan counted : all) {
      counted(counted);
    }
  }

  private void counted(CountedPlan counted) throws IOException {
    head.requireFits(counted);
    if (lastAwarded != null
        || lastClaim != null
        || (lastCounted != null && lastCounted.fiscalYear() >= counted.fiscalYear())) {
      throw new IllegalArgumentException("counted plan out of order: " + counted);
    }
    lastCounted = counted;
    out.word(Format.COUNTED)
        .number(counted.fiscalYear())
        .number(counted.place())
        .word(counted.sha256())
        .endLine();
  }

  /** All awards so far, in {@link Awarded#ORDER} and before the first claim. */
  public void awarded(Iterable<Awarded> all) throws IOException {
    for (Awarded awarded : all) {
      awarded(awarded);
    }
  }

  private void awarded(Awarded awarded) throws IOException {
    head.requireFits(awarded, lastCounted != null);
    if (lastClaim != null
        || (lastAwarded != null && Awarded.ORDER.compare(lastAwarded, awarded) >= 0)) {
      throw new IllegalArgumentException("awarded so far out of order: " + awarded);
    }
    lastAwarded = awarded;
    out.word(Format.AWARDED)
        .text(awarded.enterprise())
        .word(yearWord(awarded.year()))
        .number(awarded.fen())
        .endLine();
  }

  private static String yearWord(int year) {
    return year == Awarded.BUDGET_YEAR ? Format.BUDGET_YEAR : Integer.toString(year);
  }

  /** The next claim in {@link InsuringOrder}. */
  public void claim(Claim claim) throws IOException {
    head.requireFits(claim);
    if (lastClaim != null && InsuringOrder.COMPARATOR.compare(lastClaim, claim) >= 0) {
      throw new IllegalArgumentException("claim out of order or twice: " + claim.label());
    }
    lastClaim = claim;
    claims++;
    out.word(Format.CLAIM)
        .word(claim.carried() ? Format.CARRIED : Format.QUEUED)
        .word(LocalSecond.text(claim.insured()))
        .word(LocalSecond.text(claim.received()))
        .text(claim.insurer())
        .text(claim.policy())
        .text(claim.enterprise())
        .text(claim.enterpriseName())
        .word(claim.quarter())
        .number(claim.outstanding())
        .word(Format.reasons(claim.reasons().list()))
        .endLine();
  }

  /** Writes the end and answers the SHA-256 of the file. */
  public String finish() throws IOException {
    out.word(Format.END).number(claims).endLine();
    return out.finish();
  }
}
