package org.firstbatch.measures.allocation;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The scheme's section on allocation once more, slowly: bytes are compared as bytes, every sum is
 * made anew for every claim, and nothing is shared with the real one but its inputs.
 */
final class NaiveModel {

  /** A claim and what was taken for it. */
  private record Taken(Claim claim, BigInteger amount) {}

  private final RandomCase given;
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private boolean stopped;

  private NaiveModel(RandomCase given) {
    this.given = given;
  }

  static List<String> rows(RandomCase given) {
    NaiveModel model = new NaiveModel(given);
    model.ordered().forEach(model::decide);
    return model.rows;
  }

  private List<Claim> ordered() {
    List<Claim> claims = new ArrayList<>(given.shuffled());
    claims.sort(
        Comparator.comparingInt((Claim claim) -> claim.carried() ? 0 : 1)
            .thenComparing(claim -> LocalSecond.text(claim.insured()))
            .thenComparing(claim -> LocalSecond.text(claim.received()))
            .thenComparing(claim -> bytes(claim.insurer()), Arrays::compareUnsigned)
            .thenComparing(claim -> bytes(claim.policy()), Arrays::compareUnsigned));
    return claims;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void decide(Claim claim) {
    BigInteger outstanding = BigInteger.valueOf(claim.outstanding());
    BigInteger capLeft = capLeft(claim).max(BigInteger.ZERO);
    BigInteger budgetLeft = budgetLeft();
    BigInteger fundable = outstanding.min(capLeft);
    boolean fits = fundable.compareTo(budgetLeft) <= 0;
    boolean setsAside = given.terms().unready().name().equals("SET_ASIDE");
    BigInteger would =
        switch (given.terms().partialFunding()) {
          case PAY_THE_PART_LEFT -> fundable.min(budgetLeft);
          case SKIP_TO_NEXT_THAT_FITS -> fits ? fundable : BigInteger.ZERO;
          case STOP -> fits && !stopped ? fundable : BigInteger.ZERO;
        };
    boolean ready = claim.reasons().list().isEmpty();
    stopped |= !fits && (ready || setsAside);
    if (ready || setsAside) {
      taken.add(new Taken(claim, would));
    }
    BigInteger award = ready ? would : BigInteger.ZERO;
    rows.add(
        "%s %s %s %s %s %s"
            .formatted(
                claim.enterprise(),
                outstanding,
                capLeft,
                budgetLeft,
                award,
                outcome(ready, outstanding, capLeft, award)));
  }

  private static String outcome(
      boolean ready, BigInteger outstanding, BigInteger capLeft, BigInteger award) {
    if (!ready) {
      return "SET_ASIDE";
    }
    if (award.equals(outstanding)) {
      return "FUNDED";
    }
    if (capLeft.signum() == 0) {
      return "CAP_EXHAUSTED";
    }
    if (award.signum() == 0) {
      return "WAITLISTED";
    }
    return award.equals(capLeft) ? "REDUCED_BY_CAP" : "REDUCED_BY_BUDGET";
  }

  private BigInteger capLeft(Claim claim) {
    BigInteger cap = BigInteger.valueOf(given.terms().cap());
    BigInteger ofBudgetYear = cap.subtract(takenInBudgetYear(claim.enterprise()));
    BigInteger ofInsuringYear = cap.subtract(takenInInsuringYear(claim));
    return switch (given.terms().capYear()) {
      case BUDGET_YEAR -> ofBudgetYear;
      case INSURING_YEAR -> ofInsuringYear;
      case BOTH_SMALLER_LEFT -> ofBudgetYear.min(ofInsuringYear);
    };
  }

  private BigInteger takenInBudgetYear(String enterprise) {
    return awarded(enterprise, 0)
        .add(sum(taken.stream().filter(t -> t.claim.enterprise().equals(enterprise)).toList()));
  }

  private BigInteger takenInInsuringYear(Claim claim) {
    int year = LocalSecond.toLocalDateTime(claim.insured()).getYear();
    return awarded(claim.enterprise(), year)
        .add(
            sum(
                taken.stream()
                    .filter(t -> t.claim.enterprise().equals(claim.enterprise()))
                    .filter(t -> LocalSecond.toLocalDateTime(t.claim.insured()).getYear() == year)
                    .toList()));
  }

  private BigInteger awarded(String enterprise, int year) {
    return given.awarded().stream()
        .filter(entry -> entry.enterprise().equals(enterprise) && entry.year() == year)
        .map(entry -> BigInteger.valueOf(entry.fen()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private BigInteger budgetLeft() {
    BigInteger before =
        given.awarded().stream()
            .filter(entry -> entry.year() == 0)
            .map(entry -> BigInteger.valueOf(entry.fen()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    return BigInteger.valueOf(given.terms().budget()).subtract(before).subtract(sum(taken));
  }

  private static BigInteger sum(List<Taken> taken) {
    return taken.stream().map(Taken::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
