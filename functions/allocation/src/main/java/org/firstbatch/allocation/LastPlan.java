package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.jspecify.annotations.Nullable;

/** The lines of the year's last signed plan, read beside the queue. */
final class LastPlan implements AutoCloseable {
  private final @Nullable InputStream in;
  private final @Nullable PlanReader lines;
  private @Nullable PlanLine ahead;

  private LastPlan(@Nullable InputStream in) {
    this.in = in;
    lines = in == null ? null : new PlanReader(in);
    advance();
  }

  static LastPlan of(History history, Chain chain) {
    return new LastPlan(
        chain
            .lastSigned()
            .map(plan -> history.open(plan, plan.sha256(), FileType.PLAN))
            .orElse(null));
  }

  /** The claim's line; null when the plan has none. Every line's claim stays in the queue. */
  @Nullable PlanLine lineOf(Place place) {
    PlanLine line = ahead;
    if (line == null || !place.isOf(line)) {
      return null;
    }
    advance();
    return line;
  }

  /** A line without its claim would have shifted all after it. */
  void requireRead() {
    PlanLine line = ahead;
    if (line != null) {
      throw new PermanentFault(
          "A signed plan's line has no claim in the queue: "
              + line.insurer()
              + " "
              + line.policy());
    }
  }

  private void advance() {
    ahead = lines != null && lines.hasNext() ? lines.next() : null;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
