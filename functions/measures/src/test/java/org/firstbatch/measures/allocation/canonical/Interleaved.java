package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.RandomCase;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;

/**
 * Three fiscal years whose plans are made and signed in turns, from a seed. What each input counts
 * is summed up anew from the lines of all plans signed before it, and from nothing else.
 */
final class Interleaved {

  static final int PLANS = 9;
  private static final int FIRST_YEAR = 2025;

  private final Random random;
  private final long cap;
  private final CapYear capYear;
  private final List<Signed> signed = new ArrayList<>();

  private Interleaved(long seed, CapYear capYear) {
    random = new Random(seed);
    cap = 200L + random.nextInt(1_000);
    this.capYear = capYear;
  }

  /** A signed plan with its files and its lines. */
  record Signed(
      PlanKey key, Terms terms, Canonical.File input, Canonical.File plan, List<PlanLine> lines) {}

  static List<Signed> of(long seed, CapYear capYear) throws IOException {
    Interleaved years = new Interleaved(seed, capYear);
    for (int number = 0; number < PLANS; number++) {
      years.sign(FIRST_YEAR + years.random.nextInt(3), number);
    }
    return years.signed;
  }

  private void sign(int year, int number) throws IOException {
    List<Signed> own = of(year);
    Terms terms = terms(year);
    PlanKey key = new PlanKey("dalian", year, own.size() + 1);
    String previous = own.isEmpty() ? null : own.getLast().plan().sha256();
    Canonical.File input =
        Canonical.input(
            Canonical.head(key, previous, terms),
            counted(year),
            awarded(year),
            InsuringOrder.inOrder(claims(year, number)));
    Canonical.File plan = Canonical.plan(input);
    List<PlanLine> lines = Canonical.toList(new PlanReader(plan.stream()));
    signed.add(new Signed(key, terms, input, plan, lines));
  }

  private List<Signed> of(int year) {
    return signed.stream().filter(plan -> plan.key().fiscalYear() == year).toList();
  }

  private Terms terms(int year) {
    return new Terms(
        900L * (year - FIRST_YEAR + 2),
        cap,
        PartialFunding.PAY_THE_PART_LEFT,
        capYear,
        UnpaidAtYearEnd.LAPSES,
        Unready.SET_ASIDE);
  }

  private List<CountedPlan> counted(int year) {
    List<CountedPlan> counted = new ArrayList<>();
    for (int other = FIRST_YEAR; other < FIRST_YEAR + 3; other++) {
      if (other != year && capYear != CapYear.BUDGET_YEAR && !of(other).isEmpty()) {
        Signed last = of(other).getLast();
        counted.add(new CountedPlan(other, last.key().place(), last.plan().sha256()));
      }
    }
    return counted;
  }

  private List<Awarded> awarded(int year) {
    Map<String, Long> sums = new TreeMap<>();
    for (Signed plan : signed) {
      for (PlanLine line : plan.lines()) {
        if (plan.key().fiscalYear() == year) {
          sums.merge(line.enterprise() + " 0", line.award(), Long::sum);
        }
        if (capYear != CapYear.BUDGET_YEAR) {
          sums.merge(line.enterprise() + " " + line.insuringYear(), line.award(), Long::sum);
        }
      }
    }
    sums.values().removeIf(fen -> fen == 0);
    List<Awarded> awarded = new ArrayList<>();
    sums.forEach(
        (key, fen) -> {
          String[] parts = key.split(" ", -1);
          awarded.add(new Awarded(parts[0], Integer.parseInt(parts[1]), fen));
        });
    return awarded;
  }

  private List<Claim> claims(int year, int number) {
    List<Claim> claims = new ArrayList<>();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int insured = year - random.nextInt(2);
      claims.add(
          new Claim(
              RandomCase.pick(random, new String[] {"E1", "E2", "E3"}),
              "企业",
              "PICC",
              "P" + number + "-" + i,
              LocalSecond.of(LocalDateTime.of(insured, 1 + random.nextInt(12), 1, 9, 0)),
              LocalSecond.of(LocalDateTime.of(year, 12, 31, 10, 0)),
              year + "Q4",
              1 + random.nextInt(500),
              Reasons.NONE,
              false));
    }
    return claims;
  }
}
