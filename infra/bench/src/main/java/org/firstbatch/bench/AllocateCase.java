package org.firstbatch.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.firstbatch.measures.allocation.Allocation;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.Lines;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.Reason;
import org.firstbatch.measures.allocation.Reasons;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.scheme.Options;

/**
 * A year's claims from a seed, shuffled: twenty to an enterprise, every fifth insured on a day
 * without a time, every tenth not ready, rows received in batches of four hundred of an insurer;
 * some enterprises run into the cap, and the budget ends after four fifths of what caps allow.
 */
record AllocateCase(Terms terms, List<Awarded> awarded, List<Claim> claims) {

  private static final long SEED = 20_260_421;
  private static final long CAP = 50_000_000;
  private static final int DAY = 86_400;
  private static final List<String> INSURERS =
      List.of("人保财险", "平安产险", "太保产险", "国寿财险", "中华联合", "阳光产险", "大地保险", "太平财险");
  private static final Reasons HELD = Reasons.of(Reason.HELD_BY_FINANCE);

  /** One string for all claims of an enterprise, as the input's reader makes them. */
  private record Enterprise(String code, String name) {}

  static AllocateCase of(int count) {
    Random random = new Random(SEED);
    List<Enterprise> enterprises = enterprises(Math.max(1, count / 20));
    List<Claim> claims = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      claims.add(claim(random, i, enterprises.get(random.nextInt(enterprises.size()))));
    }
    Collections.shuffle(claims, random);
    List<Awarded> awarded = awarded(enterprises);
    Terms terms = Terms.of(budget(claims, awarded), CAP, Options.defaults());
    return new AllocateCase(terms, awarded, claims);
  }

  private static Claim claim(Random random, int number, Enterprise enterprise) {
    long day = LocalSecond.endOf(LocalDate.of(2026, 1, 1)) + (long) random.nextInt(365) * DAY;
    long insured = random.nextInt(5) == 0 ? day : day - random.nextInt(DAY);
    int batch = number / 400;
    return new Claim(
        enterprise.code,
        enterprise.name,
        INSURERS.get(batch % INSURERS.size()),
        "PQ2026" + (1_000_000_000L + random.nextInt(1_000_000_000)) + number,
        insured,
        LocalSecond.endOf(LocalDate.of(2027, 1, 10)) - batch % DAY,
        "2026Q4",
        1 + random.nextInt(6_000_000),
        random.nextInt(10) == 0 ? HELD : Reasons.NONE,
        false);
  }

  private static List<Enterprise> enterprises(int count) {
    return IntStream.range(0, count)
        .mapToObj(e -> new Enterprise("91210200MA%07dX".formatted(e), "大连第" + e + "机械制造有限公司"))
        .toList();
  }

  private static List<Awarded> awarded(List<Enterprise> enterprises) {
    return IntStream.range(0, enterprises.size())
        .filter(e -> e % 3 == 0)
        .mapToObj(e -> new Awarded(enterprises.get(e).code, Awarded.BUDGET_YEAR, CAP / 4))
        .toList();
  }

  private static long budget(List<Claim> claims, List<Awarded> awarded) {
    long before = awarded.stream().mapToLong(Awarded::fen).sum();
    Terms ample = Terms.of(1_000_000_000_000_000L, CAP, Options.defaults());
    Allocation.Totals most = Allocation.allocate(ample, awarded, claims).totals();
    return before + (most.awarded() + most.setAside()) / 5 * 4;
  }

  Lines allocate() {
    return Allocation.allocate(terms, awarded, claims);
  }
}
