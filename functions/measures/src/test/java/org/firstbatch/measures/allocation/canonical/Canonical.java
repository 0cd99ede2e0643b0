package org.firstbatch.measures.allocation.canonical;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.RandomCase;
import org.firstbatch.measures.allocation.Samples;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.firstbatch.measures.scheme.Options.InsuringTime;
import org.jspecify.annotations.Nullable;

/** Canonical files in memory. */
final class Canonical {

  static final String PREVIOUS = "9".repeat(64);

  private Canonical() {}

  /** A file and the hash that its writer answered. */
  static final class File {
    private final byte[] bytes;
    private final String sha256;

    File(byte[] bytes, String sha256) {
      this.bytes = bytes;
      this.sha256 = sha256;
    }

    byte[] bytes() {
      return bytes;
    }

    String sha256() {
      return sha256;
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    ByteArrayInputStream stream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  static InputHead head(int place, @Nullable String previous, Terms terms) {
    return head(new PlanKey("dalian", 2026, place), previous, terms);
  }

  static InputHead head(PlanKey key, @Nullable String previous, Terms terms) {
    return new InputHead(
        key,
        previous,
        "1".repeat(64),
        "2".repeat(64),
        "3".repeat(64),
        "4".repeat(64),
        InsuringTime.PROPOSAL_RECEIVED,
        terms);
  }

  static File input(RandomCase given) throws IOException {
    InputHead head = head(given.place(), given.place() == 1 ? null : PREVIOUS, given.terms());
    List<Claim> ordered = InsuringOrder.inOrder(given.reshuffled());
    return input(head, counted(given), given.awarded(), ordered);
  }

  /** Plans of other years, one or two of them, where question 6 looks at them. */
  static List<CountedPlan> counted(RandomCase given) {
    if (given.terms().capYear() == CapYear.BUDGET_YEAR) {
      return List.of();
    }
    CountedPlan before = new CountedPlan(2025, 1 + (int) (given.seed() % 3), "a".repeat(64));
    CountedPlan after = new CountedPlan(2027, 12, "b".repeat(64));
    return given.seed() % 2 == 0 ? List.of(before, after) : List.of(before);
  }

  static File input(InputHead head, List<Awarded> awarded, List<Claim> ordered) throws IOException {
    return input(head, List.of(), awarded, ordered);
  }

  static File input(
      InputHead head, List<CountedPlan> counted, List<Awarded> awarded, List<Claim> ordered)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputWriter writer = new InputWriter(out, head);
    writer.counted(counted);
    writer.awarded(awarded);
    for (Claim claim : ordered) {
      writer.claim(claim);
    }
    String sha256 = writer.finish();
    return new File(out.toByteArray(), sha256);
  }

  static File plan(File input) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String sha256 = Recompute.plan(new InputReader(input.stream()), input.sha256(), out);
    return new File(out.toByteArray(), sha256);
  }

  /** The scheme's first worked example. */
  static File firstExample() throws IOException {
    List<Claim> claims =
        List.of(
            Samples.claim(11, "E1", Samples.yuan(300_000)),
            Samples.claim(12, "E2", Samples.yuan(600_000)),
            Samples.claim(13, "E1", Samples.yuan(250_000)),
            Samples.claim(14, "E3", Samples.yuan(10_000)));
    return input(head(1, null, Samples.TERMS), List.of(), claims);
  }

  static List<PlanLine> publicColumns(List<Line> lines) {
    List<PlanLine> columns = new ArrayList<>();
    lines.forEach(line -> columns.add(PlanLine.of(line)));
    return columns;
  }

  static <T> List<T> toList(Iterator<T> iterator) {
    List<T> list = new ArrayList<>();
    iterator.forEachRemaining(list::add);
    return list;
  }
}
