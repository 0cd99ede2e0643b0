package org.firstbatch.measures.allocation;

import java.time.LocalDateTime;
import java.util.List;
import org.firstbatch.measures.scheme.Options;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;

/** Claims and terms that read as the scheme's examples do. */
public final class Samples {

  public static final Terms TERMS = Terms.of(yuan(1_000_000), yuan(500_000), Options.defaults());

  private static final long RECEIVED = LocalSecond.of(LocalDateTime.of(2026, 4, 2, 10, 0));

  private Samples() {}

  public static long yuan(long yuan) {
    return yuan * 100;
  }

  /** A claim of 2026Q1 whose place in the queue is its day in January. */
  public static Claim claim(int day, String enterprise, long outstanding, Reason... reasons) {
    return claim(2026, day, enterprise, outstanding, reasons);
  }

  public static Claim claim(
      int year, int day, String enterprise, long outstanding, Reason... reasons) {
    return new Claim(
        enterprise,
        "企业" + enterprise,
        "PICC",
        "P" + day,
        LocalSecond.of(LocalDateTime.of(year, 1, day, 9, 0)),
        RECEIVED,
        year + "Q1",
        outstanding,
        Reasons.of(reasons),
        false);
  }

  public static Claim carried(Claim claim) {
    return new Claim(
        claim.enterprise(),
        claim.enterpriseName(),
        claim.insurer(),
        claim.policy(),
        claim.insured(),
        claim.received(),
        claim.quarter(),
        claim.outstanding(),
        claim.reasons(),
        true);
  }

  public static Claim withOutstanding(Claim claim, long outstanding) {
    return new Claim(
        claim.enterprise(),
        claim.enterpriseName(),
        claim.insurer(),
        claim.policy(),
        claim.insured(),
        claim.received(),
        claim.quarter(),
        outstanding,
        claim.reasons(),
        claim.carried());
  }

  public static Terms with(PartialFunding partial) {
    return new Terms(
        TERMS.budget(),
        TERMS.cap(),
        partial,
        TERMS.capYear(),
        TERMS.unpaidAtYearEnd(),
        TERMS.unready());
  }

  public static Terms with(CapYear capYear) {
    return new Terms(
        TERMS.budget(),
        TERMS.cap(),
        TERMS.partialFunding(),
        capYear,
        TERMS.unpaidAtYearEnd(),
        TERMS.unready());
  }

  public static Terms with(UnpaidAtYearEnd unpaid) {
    return new Terms(
        TERMS.budget(),
        TERMS.cap(),
        TERMS.partialFunding(),
        TERMS.capYear(),
        unpaid,
        TERMS.unready());
  }

  public static Terms with(Unready unready) {
    return new Terms(
        TERMS.budget(),
        TERMS.cap(),
        TERMS.partialFunding(),
        TERMS.capYear(),
        TERMS.unpaidAtYearEnd(),
        unready);
  }

  public static Lines plan(Terms terms, Claim... claims) {
    return Allocation.allocate(terms, List.of(), List.of(claims));
  }

  /** One line in the columns of the scheme's worked examples. */
  public static String row(Line line) {
    return "%s %d %d %d %d %s"
        .formatted(
            line.claim().enterprise(),
            line.claim().outstanding(),
            line.capLeft(),
            line.budgetLeft(),
            line.award(),
            line.outcome());
  }

  public static List<String> rows(List<Line> lines) {
    return lines.stream().map(Samples::row).toList();
  }
}
