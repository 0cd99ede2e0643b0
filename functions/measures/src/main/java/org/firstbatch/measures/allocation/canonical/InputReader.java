package org.firstbatch.measures.allocation.canonical;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.InsuringTime;
import org.firstbatch.measures.scheme.Options.PartialFunding;
import org.firstbatch.measures.scheme.Options.UnpaidAtYearEnd;
import org.firstbatch.measures.scheme.Options.Unready;
import org.jspecify.annotations.Nullable;

/**
 * Reads a plan's input as a stream: head, counted plans and awards so far at once, then the claims
 * one by one. Every method may throw {@link FormatException}; failing reads come as {@link
 * java.io.UncheckedIOException}.
 */
public final class InputReader implements Iterator<Claim> {

  private static final String FILE = "input";

  private final CanonicalReader in;
  private final InputHead head;
  private final List<CountedPlan> counted = new ArrayList<>();
  private final List<Awarded> awarded = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private Fields pending;
  private @Nullable Claim ahead;
  private @Nullable Claim last;
  private long claims;

  public InputReader(InputStream stream) {
    in = new CanonicalReader(FILE, stream, CanonicalReader.LONGEST_INPUT_LINE);
    head = readHead();
    pending = in.require("counted, awarded, claim or end");
    while (pending.kind().equals(Format.COUNTED)) {
      counted.add(readCounted(pending));
      pending = in.require("counted, awarded, claim or end");
    }
    while (pending.kind().equals(Format.AWARDED)) {
      awarded.add(readAwarded(pending));
      pending = in.require("awarded, claim or end");
    }
    ahead = readClaimOrEnd();
  }

  /** What the file says before its claims. */
  public InputHead head() {
    return head;
  }

  /** The last signed plan of each other fiscal year that counts, years upwards. */
  public List<CountedPlan> counted() {
    return counted;
  }

  /** What signed plans awarded so far, in {@link Awarded#ORDER}. */
  public List<Awarded> awarded() {
    return awarded;
  }

  @Override
  public boolean hasNext() {
    return ahead != null;
  }

  @Override
  public Claim next() {
    Claim claim = ahead;
    if (claim == null) {
      throw new NoSuchElementException("the input has no more claims");
    }
    pending = in.require("claim or end");
    ahead = readClaimOrEnd();
    return claim;
  }

  /** The SHA-256 of the file, once its last claim has been read. */
  public String sha256() {
    if (ahead != null) {
      throw new IllegalStateException("the input has not been read to its end");
    }
    return in.sha256();
  }

  private InputHead readHead() {
    Fields first = in.require(Format.INPUT);
    String kind = first.kind();
    if (!kind.equals(Format.INPUT)) {
      throw first.wrong("format", '"' + Format.INPUT + '"', kind);
    }
    first.word("digest", Sha256.NAME);
    String previous = first.raw("previous");
    if (!previous.equals(Format.NONE) && !Sha256.isHex(previous)) {
      throw first.wrong("previous", "none or 64 lower-case hexadecimal digits", previous);
    }
    long budget = first.fen("budget", 0);
    String edition = first.hash("edition");
    String options = first.hash("options");
    String notices = first.hash("notices");
    String calendar = first.hash("calendar");
    first.end();
    Fields second = in.require(Format.TERMS);
    requireKind(second, Format.TERMS);
    PlanKey plan =
        new PlanKey(
            second.text("scheme"),
            (int) second.number("fiscal year", 2000, 2099),
            (int) second.number("place", 1, PlanKey.MOST_PLANS));
    long cap = second.fen("cap", 0);
    InsuringTime insuringTime = second.choice("option 3", InsuringTime.class);
    Terms terms = readOptions(second, budget, cap);
    @Nullable String before = previous.equals(Format.NONE) ? null : previous;
    return second.check(
        "place",
        () ->
            new InputHead(plan, before, edition, options, notices, calendar, insuringTime, terms));
  }

  private static Terms readOptions(Fields fields, long budget, long cap) {
    Terms terms =
        new Terms(
            budget,
            cap,
            fields.choice("option 4", PartialFunding.class),
            fields.choice("option 6", CapYear.class),
            fields.choice("option 10", UnpaidAtYearEnd.class),
            fields.choice("option 15", Unready.class));
    fields.end();
    return terms;
  }

  private static void requireKind(Fields fields, String kind) {
    String found = fields.kind();
    if (!found.equals(kind)) {
      throw fields.wrong("kind", '"' + kind + '"', found);
    }
  }

  private CountedPlan readCounted(Fields fields) {
    if (head.terms().capYear() == CapYear.BUDGET_YEAR) {
      throw fields.wrong("kind", "awarded, claim or end, as option 6 says", Format.COUNTED);
    }
    int year = (int) fields.number("fiscal year", 2000, 2099);
    int place = (int) fields.number("place", 1, PlanKey.MOST_PLANS);
    String sha256 = fields.hash("plan");
    fields.end();
    CountedPlan read =
        fields.check("fiscal year", () -> head.requireFits(new CountedPlan(year, place, sha256)));
    if (!counted.isEmpty() && counted.getLast().fiscalYear() >= year) {
      throw fields.wrong(
          "fiscal year", "a year after " + counted.getLast().fiscalYear(), String.valueOf(year));
    }
    return read;
  }

  private Awarded readAwarded(Fields fields) {
    String enterprise = once(fields.text("credit code"));
    int year = readYear(fields);
    long fen = fields.fen("awarded", 1);
    fields.end();
    Awarded read =
        fields.check(
            "year", () -> head.requireFits(new Awarded(enterprise, year, fen), !counted.isEmpty()));
    if (!awarded.isEmpty() && Awarded.ORDER.compare(awarded.getLast(), read) >= 0) {
      throw fields.wrong("credit code", "one after " + awarded.getLast(), enterprise);
    }
    return read;
  }

  private static int readYear(Fields fields) {
    String found = fields.raw("year");
    if (found.equals(Format.BUDGET_YEAR)) {
      return Awarded.BUDGET_YEAR;
    }
    if (!found.matches("20[0-9]{2}")) {
      throw fields.wrong("year", "budget or a year from 2000 to 2099", found);
    }
    return Integer.parseInt(found);
  }

  private @Nullable Claim readClaimOrEnd() {
    String kind = pending.kind();
    return switch (kind) {
      case Format.CLAIM -> readClaim(pending);
      case Format.END -> readEnd(pending);
      default -> throw pending.wrong("kind", "claim or end", kind);
    };
  }

  private Claim readClaim(Fields fields) {
    boolean carried = readQueue(fields);
    long insured = fields.second("insuring time");
    long received = fields.second("received");
    String insurer = once(fields.text("insurer"));
    String policy = fields.text("policy number");
    String enterprise = once(fields.text("credit code"));
    String name = once(fields.text("name"));
    String quarter = fields.raw("quarter");
    long outstanding = fields.fen("outstanding", 1);
    var reasons = fields.reasons();
    fields.end();
    Claim claim =
        fields.check(
            "quarter",
            () ->
                head.requireFits(
                    new Claim(
                        enterprise,
                        name,
                        insurer,
                        policy,
                        insured,
                        received,
                        quarter,
                        outstanding,
                        reasons,
                        carried)));
    requireItsTurn(fields, claim);
    claims++;
    return claim;
  }

  /** One string for all claims of an enterprise or insurer: less to keep and faster to look up. */
  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }

  private boolean readQueue(Fields fields) {
    String found = fields.raw("queue");
    boolean mayCarry = head.terms().unpaidAtYearEnd() == UnpaidAtYearEnd.CARRIED_FIRST_IN_LINE;
    if (found.equals(Format.CARRIED) && mayCarry) {
      return true;
    }
    if (!found.equals(Format.QUEUED)) {
      throw fields.wrong("queue", "queued, or carried where option 10 allows it", found);
    }
    return false;
  }

  private void requireItsTurn(Fields fields, Claim claim) {
    if (last != null && InsuringOrder.COMPARATOR.compare(last, claim) >= 0) {
      throw fields.wrong("insuring time", "a claim after " + last.label(), claim.label());
    }
    last = claim;
  }

  private @Nullable Claim readEnd(Fields fields) {
    long found = fields.number("claims", 0, Long.MAX_VALUE);
    if (found != claims) {
      throw fields.wrong("claims", Long.toString(claims), Long.toString(found));
    }
    fields.end();
    in.requireEnd();
    return null;
  }
}
