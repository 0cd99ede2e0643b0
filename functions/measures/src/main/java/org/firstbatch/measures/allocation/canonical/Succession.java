package org.firstbatch.measures.allocation.canonical;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Ledger;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.jspecify.annotations.Nullable;

/**
 * How the plans of a year follow from each other: usage comes from the chain, from nowhere else.
 */
public final class Succession {

  private Succession() {}

  /**
   * One respect in which an input does not follow from the plan before it.
   *
   * @param what the field of the input
   * @param expected what the chain gives
   * @param found what the input says
   */
  public record Break(String what, String expected, String found) {}

  /** What the input after a signed plan must list: the awards before it and the plan's own. */
  public static List<Awarded> awardedAfter(
      CapYear capYear, Iterable<Awarded> before, Iterator<PlanLine> signed) {
    Ledger ledger = Ledger.of(capYear, before);
    signed.forEachRemaining(
        line -> ledger.add(line.enterprise(), line.insuringYear(), line.award()));
    return ledger.entries();
  }

  /**
   * What the first input of the next year must list: insuring years go on, the budget year ends.
   */
  public static List<Awarded> intoNextYear(List<Awarded> awarded) {
    return awarded.stream().filter(entry -> entry.year() != Awarded.BUDGET_YEAR).toList();
  }

  /**
   * Every respect in which {@code next} is not the input that follows a signed plan of the same
   * year; nothing when it is. The plan is read to its end.
   *
   * @param before the input of the signed plan, of which only head and awards are read
   */
  public static List<Break> breaks(InputReader before, PlanReader signed, InputReader next) {
    PlanKey key = signed.head().plan();
    PlanKey follows = new PlanKey(key.scheme(), key.fiscalYear(), key.place() + 1);
    List<Awarded> awarded = awardedAfter(before.head().terms().capYear(), before.awarded(), signed);
    List<Break> breaks = new ArrayList<>();
    compare(breaks, "the signed plan's input", before.head().plan(), key);
    compare(breaks, "plan", follows, next.head().plan());
    compare(breaks, "previous", signed.sha256(), next.head().previous());
    compareAwards(breaks, awarded, next.awarded());
    return breaks;
  }

  private static void compare(
      List<Break> breaks, String what, Object expected, @Nullable Object found) {
    if (!expected.equals(found)) {
      breaks.add(new Break(what, expected.toString(), Objects.toString(found, Format.NONE)));
    }
  }

  private static void compareAwards(
      List<Break> breaks, List<Awarded> expected, List<Awarded> found) {
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String should = entry(expected, i);
      String is = entry(found, i);
      if (!should.equals(is)) {
        breaks.add(new Break("awarded", should, is));
        return;
      }
    }
  }

  private static String entry(List<Awarded> entries, int at) {
    return at < entries.size() ? entries.get(at).toString() : Format.NONE;
  }
}
