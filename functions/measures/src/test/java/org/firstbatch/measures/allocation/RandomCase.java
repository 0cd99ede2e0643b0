package org.firstbatch.measures.allocation;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;

/**
 * A plan's input made from a seed: few enterprises, small amounts and many equal instants, so that
 * caps run out, the budget ends inside a claim and ties go down to the policy number.
 */
public record RandomCase(
    long seed, Terms terms, List<Awarded> awarded, List<Claim> shuffled, int place) {

  private static final String[] INSURERS = {"PICC", "人保财险", "𠮷祥保险", "￥保险", "PICC2"};
  private static final String[] NAMES = {"大连机床", "a\tb", "c\\d", "e\nf\rg", "𠮷田精密"};

  public static RandomCase of(long seed) {
    Random random = new Random(seed);
    Terms terms = terms(random);
    int place = 1 + random.nextInt(3);
    List<Claim> claims = claims(random, terms);
    return new RandomCase(seed, terms, awarded(random, terms, place), claims, place);
  }

  private static Terms terms(Random random) {
    return new Terms(
        random.nextInt(6_000),
        random.nextInt(1_500),
        pick(random, PartialFunding.values()),
        pick(random, CapYear.values()),
        pick(random, UnpaidAtYearEnd.values()),
        pick(random, Unready.values()));
  }

  public static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static List<Awarded> awarded(Random random, Terms terms, int place) {
    List<Awarded> awarded = new ArrayList<>();
    long left = place == 1 ? 0 : terms.budget() / 2;
    for (int e = 0; e < 8; e++) {
      long fen = Math.min(left, random.nextInt(400));
      if (fen > 0 && random.nextBoolean()) {
        awarded.add(new Awarded(enterprise(e), Awarded.BUDGET_YEAR, fen));
        left -= fen;
      }
      if (terms.capYear() != CapYear.BUDGET_YEAR && random.nextBoolean()) {
        awarded.add(new Awarded(enterprise(e), 2025 + random.nextInt(2), 1 + random.nextInt(900)));
      }
    }
    return awarded;
  }

  private static List<Claim> claims(Random random, Terms terms) {
    List<Claim> claims = new ArrayList<>();
    int count = random.nextInt(40);
    for (int i = 0; i < count; i++) {
      claims.add(claim(random, terms, i));
    }
    Collections.shuffle(claims, random);
    return claims;
  }

  private static Claim claim(Random random, Terms terms, int number) {
    boolean carried =
        terms.unpaidAtYearEnd() == UnpaidAtYearEnd.CARRIED_FIRST_IN_LINE && random.nextInt(5) == 0;
    int year = carried || random.nextInt(4) == 0 ? 2025 : 2026;
    int enterprise = random.nextInt(8);
    return new Claim(
        enterprise(enterprise),
        NAMES[enterprise % NAMES.length],
        pick(random, INSURERS),
        (random.nextBoolean() ? "保单𠮷" : "保单￥\\") + number,
        LocalSecond.of(LocalDateTime.of(year, 1 + random.nextInt(3), 1, 9, 0)),
        LocalSecond.of(LocalDateTime.of(2026, 4, 1 + random.nextInt(3), 10, 0, 59)),
        year + "Q1",
        1 + random.nextInt(700),
        reasons(random),
        carried);
  }

  private static Reasons reasons(Random random) {
    if (random.nextInt(4) > 0) {
      return Reasons.NONE;
    }
    return Reasons.of(pick(random, Reason.values()), pick(random, Reason.values()));
  }

  private static String enterprise(int number) {
    return "9121020000000000" + number + "X";
  }

  /** The same claims in another order. */
  public List<Claim> reshuffled() {
    List<Claim> claims = new ArrayList<>(shuffled);
    Collections.shuffle(claims, new Random(~seed));
    return claims;
  }

  /** The same case with every claim ready. */
  public RandomCase ready() {
    List<Claim> ready =
        shuffled.stream()
            .map(
                claim ->
                    new Claim(
                        claim.enterprise(),
                        claim.enterpriseName(),
                        claim.insurer(),
                        claim.policy(),
                        claim.insured(),
                        claim.received(),
                        claim.quarter(),
                        claim.outstanding(),
                        Reasons.NONE,
                        claim.carried()))
            .toList();
    return new RandomCase(seed, terms, awarded, ready, place);
  }
}
