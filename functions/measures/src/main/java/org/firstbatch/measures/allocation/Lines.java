package org.firstbatch.measures.allocation;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A plan's lines in memory: a list that keeps columns and makes each {@link Line} when it is asked
 * for, 32 bytes a claim.
 */
public final class Lines extends AbstractList<Line> implements RandomAccess {

  private final List<Claim> claims;
  private final int[] places;
  private final long[] capLeft;
  private final long[] budgetLeft;
  private final long[] would;
  private final Outcome[] outcome;
  private final Allocation.Totals totals;

  private Lines(Builder builder, Allocation.Totals totals) {
    claims = builder.claims;
    places = builder.places;
    capLeft = builder.capLeft;
    budgetLeft = builder.budgetLeft;
    would = builder.would;
    outcome = builder.outcome;
    this.totals = totals;
  }

  public Allocation.Totals totals() {
    return totals;
  }

  @Override
  public Line get(int index) {
    Claim claim = claims.get(places[index]);
    return new Line(
        claim, capLeft[index], budgetLeft[index], would[index], award(index), outcome(index));
  }

  /** The award of a line in fen, without making the line. */
  public long award(int index) {
    return outcome(index) == Outcome.SET_ASIDE ? 0 : would[index];
  }

  public Outcome outcome(int index) {
    return outcome[index];
  }

  @Override
  public int size() {
    return places.length;
  }

  static final class Builder {
    private final List<Claim> claims;
    private final int[] places;
    private final long[] capLeft;
    private final long[] budgetLeft;
    private final long[] would;
    private final Outcome[] outcome;
    private int size;

    Builder(List<Claim> claims, int[] places) {
      this.claims = claims;
      this.places = places;
      capLeft = new long[places.length];
      budgetLeft = new long[places.length];
      would = new long[places.length];
      outcome = new Outcome[places.length];
    }

    void add(Line line) {
      capLeft[size] = line.capLeft();
      budgetLeft[size] = line.budgetLeft();
      would[size] = line.would();
      outcome[size] = line.outcome();
      size++;
    }

    Lines build(Allocation.Totals totals) {
      return new Lines(this, totals);
    }
  }
}
