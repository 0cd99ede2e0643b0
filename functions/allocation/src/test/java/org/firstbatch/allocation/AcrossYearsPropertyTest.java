package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.firstbatch.casework.fake.Answers;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Three fiscal years whose claims arrive, whose plans are drafted and signed in any order, from a
 * seed (第七条, question 6); a failure names its seed.
 */
class AcrossYearsPropertyTest {

  private static final int CASES = 8;
  private static final int STEPS = 14;
  private static final long CAP = 50_000_000;
  private static final List<Integer> YEARS = List.of(2025, 2026, 2027);
  private static final Instant ALL_WINDOWS_CLOSED = Instant.parse("2028-02-01T01:00:00Z");

  /** One way through the three years. */
  private static final class Story {
    private final Random random;
    private final boolean backwards;
    private final String option;
    private final Office office;
    private final PlanFiles files;
    private final Map<Integer, List<Claim>> claims = new TreeMap<>();
    private final List<Plan> signed = new ArrayList<>();
    private int claimsMade;

    /**
     * @param backwards whether the records of one step are written last first
     */
    Story(long seed, String option, boolean backwards) {
      random = new Random(seed);
      this.backwards = backwards;
      this.option = option;
      City city = new City();
      for (int year : YEARS) {
        city.budget(year, year == 2026 ? "700000" : "2000000").filing("F" + year, year + "Q4");
      }
      office = new Office(city, Answers.of(Map.of("cap-year", option)));
      office.gateway.at(ALL_WINDOWS_CLOSED);
      files = new PlanFiles(city);
    }

    Story play() {
      for (int step = 0; step < STEPS; step++) {
        office.gateway.at(office.gateway.now().plusSeconds(60));
        int year = anyYear();
        if (random.nextBoolean()) {
          file(year);
        }
        office.request("regulator-1", year);
        if (random.nextInt(3) > 0) {
          sign(anyYear());
        }
      }
      return this;
    }

    private int anyYear() {
      return YEARS.get(random.nextInt(YEARS.size()));
    }

    private void file(int year) {
      List<Claim> fresh = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        String insured =
            "%d-%02d-15T01:00:00Z".formatted(year - random.nextInt(2), 1 + random.nextInt(12));
        fresh.add(
            City.claim(
                "F" + year,
                year + "Q4",
                "P" + claimsMade++,
                "E" + random.nextInt(2),
                insured,
                String.valueOf(100_000 + random.nextInt(250_000))));
      }
      if (backwards) {
        Collections.reverse(fresh);
      }
      fresh.forEach(office.city::claim);
      claims.computeIfAbsent(year, _ -> new ArrayList<>()).addAll(fresh);
    }

    /** Signs the year's draft, if it has one; void ones are refused. */
    private void sign(int year) {
      Chain chain = Chain.of(office.city.records, SCHEME, year);
      Stored<Plan> next = chain.atNextPlace();
      if (next == null) {
        return;
      }
      boolean isOpen = chain.open() != null;
      for (String person : Office.SIGNERS) {
        int status =
            office.sign(person, year, next.value().place(), next.value().sha256()).status();
        assertEquals(isOpen ? 200 : 409, status);
      }
      office.work();
      if (isOpen) {
        Map<String, String> expected = naive(year);
        signed.add(files.plan(year, next.value().place()));
        assertEquals(expected, files.awards(year, next.value().place()), signed.getLast().sha256());
      }
    }

    /** The plan that the lines of all plans signed so far give, summed up anew for every claim. */
    private Map<String, String> naive(int year) {
      Map<String, String> awards = new LinkedHashMap<>();
      Map<Claim, Long> taken = new HashMap<>();
      for (Claim claim : inOrder(year)) {
        long outstanding = claim.subsidy().fen() - awardedTo(claim);
        if (outstanding > 0) {
          long would =
              Math.min(outstanding, Math.min(capLeft(year, claim, taken), budgetLeft(year, taken)));
          taken.put(claim, would);
          awards.put(claim.number(), Money.ofFen(would).toString());
        }
      }
      return awards;
    }

    private List<Claim> inOrder(int year) {
      return claims.getOrDefault(year, List.of()).stream()
          .sorted(Comparator.comparing(Claim::insured).thenComparing(Claim::number))
          .toList();
    }

    private long capLeft(int year, Claim claim, Map<Claim, Long> taken) {
      long inYear = CAP - inBudgetYear(claim.enterprise(), year, taken);
      long insured = CAP - insuredIn(claim.enterprise(), insuringYear(claim), taken);
      return Math.max(0, option.equals("insuring-year") ? insured : Math.min(inYear, insured));
    }

    private long budgetLeft(int year, Map<Claim, Long> taken) {
      long before = lines(year).stream().mapToLong(PlanLine::award).sum();
      long budget = files.plan(year, 1).budget().fen();
      return budget - before - taken.values().stream().mapToLong(fen -> fen).sum();
    }

    private long inBudgetYear(String enterprise, int year, Map<Claim, Long> taken) {
      long before =
          lines(year).stream()
              .filter(line -> line.enterprise().equals(enterprise))
              .mapToLong(PlanLine::award)
              .sum();
      return before
          + taken.entrySet().stream()
              .filter(each -> each.getKey().enterprise().equals(enterprise))
              .mapToLong(Map.Entry::getValue)
              .sum();
    }

    private long insuredIn(String enterprise, int insuringYear, Map<Claim, Long> taken) {
      return YEARS.stream()
              .flatMap(year -> lines(year).stream())
              .filter(line -> line.enterprise().equals(enterprise))
              .filter(line -> line.insuringYear() == insuringYear)
              .mapToLong(PlanLine::award)
              .sum()
          + taken.entrySet().stream()
              .filter(each -> each.getKey().enterprise().equals(enterprise))
              .filter(each -> insuringYear(each.getKey()) == insuringYear)
              .mapToLong(Map.Entry::getValue)
              .sum();
    }

    private static int insuringYear(Claim claim) {
      return Shanghai.dayOf(claim.insured()).getYear();
    }

    private long awardedTo(Claim claim) {
      return lines(Quarter.parse(claim.quarter()).year()).stream()
          .filter(line -> line.policy().equals(claim.number()))
          .mapToLong(PlanLine::award)
          .sum();
    }

    /** The lines of the plans of a year signed so far. */
    private List<PlanLine> lines(int year) {
      return signed.stream()
          .filter(plan -> plan.year() == year)
          .flatMap(plan -> files.lines(plan).stream())
          .toList();
    }

    List<String> hashes() {
      return signed.stream().map(Plan::sha256).toList();
    }

    /** The awards to each enterprise's policies of each insuring year, over all plans. */
    Map<String, Long> sums() {
      Map<String, Long> sums = new TreeMap<>();
      for (Plan plan : signed) {
        for (PlanLine line : files.lines(plan)) {
          sums.merge(line.enterprise() + " " + line.insuringYear(), line.award(), Long::sum);
        }
      }
      return sums;
    }

    void assertFollows() {
      signed.forEach(plan -> assertEquals(List.of(), files.breaks(plan, signed)));
      YEARS.forEach(year -> assertEquals(lines(year).size(), linesOfSigned(year)));
    }

    private int linesOfSigned(int year) {
      return files.signed(year).stream().mapToInt(Plan::claims).sum();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"insuring-year", "both-smaller-left"})
  void shouldAgreeWithTheNaiveModelPassNoCapAndDependOnNoOrderOfRecords(String option) {
    int plans = 0;
    int full = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      try {
        Story story = new Story(seed, option, false).play();
        story.assertFollows();
        assertTrue(story.sums().values().stream().allMatch(sum -> sum <= CAP), "" + story.sums());
        assertEquals(story.hashes(), new Story(seed, option, true).play().hashes());
        full += (int) story.sums().values().stream().filter(sum -> sum == CAP).count();
        plans += story.signed.size();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(plans > 3 * CASES && full > CASES / 2, plans + " plans, " + full + " caps reached");
  }
}
