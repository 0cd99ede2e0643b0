package org.firstbatch.measures.allocation.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Whether an input follows from the signed plans behind it: those before it in its year's chain
 * and, where question 6 looks at the year of insuring, those of other years that it names. Usage
 * comes from their files, from nowhere else.
 */
public final class Succession {

  private final InputReader next;
  private final PlanKey key;
  private final Ledger ledger;
  private final Map<Place, @Nullable String> behind = new TreeMap<>();
  private final List<Break> breaks = new ArrayList<>();

  /**
   * @param next the input, of which only what stands before its claims is read
   */
  public Succession(InputReader next) {
    this.next = next;
    key = next.head().plan();
    ledger = new Ledger(next.head().terms().capYear());
    expect(key.fiscalYear(), key.place() - 1);
    next.counted().forEach(counted -> expect(counted.fiscalYear(), counted.place()));
  }

  /**
   * One respect in which an input does not follow.
   *
   * @param what the field of the input, or the plan
   * @param expected what the signed plans give
   * @param found what there is
   */
  public record Break(String what, String expected, String found) {}

  /** Where a plan stands among all years' chains. */
  private record Place(int year, int place) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return year == other.year
          ? Integer.compare(place, other.place)
          : Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
      return "plan %d of %d".formatted(place, year);
    }
  }

  private void expect(int year, int upTo) {
    for (int place = 1; place <= upTo; place++) {
      behind.put(new Place(year, place), null);
    }
  }

  /**
   * Adds a signed plan's awards to the ledger from which a plan of a fiscal year starts; the plan
   * is read to its end.
   */
  public static void add(Ledger ledger, int fiscalYear, PlanReader signed) {
    boolean own = signed.head().plan().fiscalYear() == fiscalYear;
    while (signed.hasNext()) {
      PlanLine line = signed.next();
      if (own) {
        ledger.add(line.enterprise(), line.insuringYear(), line.award());
      } else {
        ledger.addOfOtherYear(line.enterprise(), line.insuringYear(), line.award());
      }
    }
  }

  /** One of the signed plans, in any order; one that the input does not rest on is left alone. */
  public void add(PlanReader signed) {
    PlanKey of = signed.head().plan();
    Place place = new Place(of.fiscalYear(), of.place());
    if (!behind.containsKey(place) || !of.scheme().equals(key.scheme())) {
      return;
    }
    add(ledger, key.fiscalYear(), signed);
    if (behind.put(place, signed.sha256()) != null) {
      breaks.add(new Break(place.toString(), "one file", "two files"));
    }
  }

  /** Every respect in which the input does not follow; nothing when it does. */
  public List<Break> breaks() {
    List<Break> all = new ArrayList<>(breaks);
    behind.forEach(
        (place, sha256) -> {
          if (sha256 == null) {
            all.add(new Break(place.toString(), "its file", Format.NONE));
          }
        });
    compareHash(all, "previous", key.fiscalYear(), key.place() - 1, next.head().previous());
    for (CountedPlan counted : next.counted()) {
      compareHash(all, "counted", counted.fiscalYear(), counted.place(), counted.sha256());
    }
    compareAwards(all);
    return all;
  }

  private void compareHash(
      List<Break> all, String what, int year, int place, @Nullable String found) {
    String sha256 = behind.get(new Place(year, place));
    if (sha256 != null && !sha256.equals(found)) {
      all.add(new Break(what, sha256, Objects.toString(found, Format.NONE)));
    }
  }

  /** Without all the files behind it the awards cannot be told. */
  private void compareAwards(List<Break> all) {
    if (behind.containsValue(null)) {
      return;
    }
    List<Awarded> expected = ledger.entries();
    List<Awarded> found = next.awarded();
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String should = entry(expected, i);
      String is = entry(found, i);
      if (!should.equals(is)) {
        all.add(new Break(Format.AWARDED, should, is));
        return;
      }
    }
  }

  private static String entry(List<Awarded> entries, int at) {
    return at < entries.size() ? entries.get(at).toString() : Format.NONE;
  }
}
