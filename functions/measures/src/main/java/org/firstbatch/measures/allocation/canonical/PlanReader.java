package org.firstbatch.measures.allocation.canonical;

import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.firstbatch.measures.allocation.Allocation.Totals;
import org.firstbatch.measures.allocation.Outcome;
import org.firstbatch.measures.allocation.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan as a stream. It checks the form and the sums; whether the awards are right is for
 * {@link Recompute}. Every method may throw {@link FormatException}; failing reads come as {@link
 * java.io.UncheckedIOException}.
 */
public final class PlanReader implements Iterator<PlanLine> {

  private static final String FILE = "plan";

  private final CanonicalReader in;
  private final PlanHead head;
  private @Nullable PlanLine ahead;
  private @Nullable Totals totals;
  private long lines;
  private long awarded;

  public PlanReader(InputStream stream) {
    in = new CanonicalReader(FILE, stream, CanonicalReader.LONGEST_PLAN_LINE);
    head = readHead(in.require(Format.PLAN));
    ahead = readLineOrEnd();
  }

  public PlanHead head() {
    return head;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public PlanLine next() {
    PlanLine line = ahead;
    if (line == null) {
      throw new NoSuchElementException("the plan has no more lines");
    }
    ahead = readLineOrEnd();
    return line;
  }

  /** The sums, once the last line has been read. */
  public Totals totals() {
    if (totals == null) {
      throw new IllegalStateException("the plan has not been read to its end");
    }
    return totals;
  }

  /** The SHA-256 of the file, once the last line has been read. */
  public String sha256() {
    totals();
    return in.sha256();
  }

  private static PlanHead readHead(Fields fields) {
    String kind = fields.kind();
    if (!kind.equals(Format.PLAN)) {
      throw fields.wrong("format", '"' + Format.PLAN + '"', kind);
    }
    fields.word("digest", Sha256.NAME);
    String input = fields.hash("input");
    PlanKey plan =
        new PlanKey(
            fields.text("scheme"),
            (int) fields.number("fiscal year", 2000, 2099),
            (int) fields.number("place", 1, PlanKey.MOST_PLANS));
    fields.end();
    return new PlanHead(input, plan);
  }

  private @Nullable PlanLine readLineOrEnd() {
    Fields fields = in.require("line or end");
    String kind = fields.kind();
    return switch (kind) {
      case Format.LINE -> readLine(fields);
      case Format.END -> readEnd(fields);
      default -> throw fields.wrong("kind", "line or end", kind);
    };
  }

  private PlanLine readLine(Fields fields) {
    PlanLine line =
        new PlanLine(
            fields.text("credit code"),
            fields.text("name"),
            fields.text("insurer"),
            fields.text("policy number"),
            fields.second("insuring time"),
            fields.second("received"),
            fields.fen("outstanding", 1),
            fields.fen("cap left", 0),
            fields.fen("budget left", 0),
            fields.fen("award", 0),
            fields.choice("outcome", Outcome.class),
            fields.reasons());
    fields.end();
    requireReasons(fields, line.outcome(), line.reasons());
    lines++;
    awarded += line.award();
    return line;
  }

  private static void requireReasons(Fields fields, Outcome outcome, Reasons reasons) {
    if ((outcome == Outcome.SET_ASIDE) == reasons.isEmpty()) {
      throw fields.wrong(
          "reasons", "at least one exactly for SET_ASIDE", Format.reasons(reasons.list()));
    }
  }

  private @Nullable PlanLine readEnd(Fields fields) {
    long count = fields.number("lines", 0, Long.MAX_VALUE);
    long sum = fields.fen("awarded", 0);
    long setAside = fields.fen("set aside", 0);
    fields.end();
    if (count != lines || sum != awarded) {
      throw fields.wrong(
          "awarded", "%d lines, %d fen".formatted(lines, awarded), count + " lines, " + sum);
    }
    in.requireEnd();
    totals = new Totals(count, sum, setAside);
    return null;
  }
}
