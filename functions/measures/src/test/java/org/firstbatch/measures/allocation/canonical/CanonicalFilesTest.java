package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.firstbatch.measures.allocation.Allocation;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.InsuringOrder;
import org.firstbatch.measures.allocation.RandomCase;
import org.firstbatch.measures.allocation.Samples;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalFilesTest {

  private static final int CASES = 500;

  @Test
  void shouldReadBackWhatWasWritten() throws IOException {
    for (long seed = 1; seed <= CASES; seed++) {
      RandomCase given = RandomCase.of(seed);
      Canonical.File input = Canonical.input(given);

      InputReader reader = new InputReader(input.stream());

      assertEquals(given.terms(), reader.head().terms(), "seed " + seed);
      assertEquals(Canonical.counted(given), reader.counted(), "seed " + seed);
      assertEquals(given.awarded(), reader.awarded(), "seed " + seed);
      assertEquals(
          InsuringOrder.inOrder(given.shuffled()), Canonical.toList(reader), "seed " + seed);
      assertEquals(input.sha256(), reader.sha256(), "seed " + seed);
    }
  }

  @Test
  void shouldPublishTheLinesOfTheAllocation() throws IOException {
    for (long seed = 1; seed <= CASES; seed++) {
      RandomCase given = RandomCase.of(seed);
      Canonical.File input = Canonical.input(given);
      Canonical.File plan = Canonical.plan(input);
      var lines = Allocation.allocate(given.terms(), given.awarded(), given.shuffled());

      PlanReader reader = new PlanReader(plan.stream());

      assertEquals(Canonical.publicColumns(lines), Canonical.toList(reader), "seed " + seed);
      assertEquals(lines.totals(), reader.totals(), "seed " + seed);
      assertEquals(input.sha256(), reader.head().input(), "seed " + seed);
      assertEquals(plan.sha256(), reader.sha256(), "seed " + seed);
    }
  }

  @Test
  void shouldWriteTheSamePlanAgainFromWhatWasRead() throws IOException {
    Canonical.File plan = Canonical.plan(Canonical.input(RandomCase.of(17)));
    PlanReader reader = new PlanReader(plan.stream());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PlanWriter writer = new PlanWriter(out, reader.head());
    while (reader.hasNext()) {
      writer.line(reader.next());
    }

    assertEquals(plan.sha256(), writer.finish(reader.totals()));
    assertArrayEquals(plan.bytes(), out.toByteArray());
  }

  @Test
  void shouldWriteTheExampleOfTheFormatsPage() throws IOException {
    Canonical.File input = Canonical.firstExample();

    assertEquals(
        """
        firstbatch-plan-input/1 SHA-256 none 100000000 %s %s %s %s
        terms dalian 2026 1 50000000 PROPOSAL_RECEIVED PAY_THE_PART_LEFT BUDGET_YEAR LAPSES SET_ASIDE
        claim queued 2026-01-11T09:00:00 2026-04-02T10:00:00 PICC P11 E1 企业E1 2026Q1 30000000 none
        claim queued 2026-01-12T09:00:00 2026-04-02T10:00:00 PICC P12 E2 企业E2 2026Q1 60000000 none
        claim queued 2026-01-13T09:00:00 2026-04-02T10:00:00 PICC P13 E1 企业E1 2026Q1 25000000 none
        claim queued 2026-01-14T09:00:00 2026-04-02T10:00:00 PICC P14 E3 企业E3 2026Q1 1000000 none
        end 4
        """
            .formatted("1".repeat(64), "2".repeat(64), "3".repeat(64), "4".repeat(64))
            .replace(' ', '\t'),
        input.text());
    assertEquals(
        """
        firstbatch-plan/1 SHA-256 %s dalian 2026 1
        line E1 企业E1 PICC P11 2026-01-11T09:00:00 2026-04-02T10:00:00 30000000 50000000 100000000 30000000 FUNDED none
        line E2 企业E2 PICC P12 2026-01-12T09:00:00 2026-04-02T10:00:00 60000000 50000000 70000000 50000000 REDUCED_BY_CAP none
        line E1 企业E1 PICC P13 2026-01-13T09:00:00 2026-04-02T10:00:00 25000000 20000000 20000000 20000000 REDUCED_BY_CAP none
        line E3 企业E3 PICC P14 2026-01-14T09:00:00 2026-04-02T10:00:00 1000000 50000000 0 0 WAITLISTED none
        end 4 100000000 0
        """
            .formatted(input.sha256())
            .replace(' ', '\t'),
        Canonical.plan(input).text());
  }

  @Test
  void shouldHashTheExampleToTheFiguresOfTheFormatsPage() throws IOException {
    Canonical.File input = Canonical.firstExample();

    assertEquals(
        "30a2c44c8204c2dc2ddb1043579750f039fd302ccbb7fe4e0439414e034062b2", input.sha256());
    assertEquals(
        "053e4b1b1717c718375d58fbc162c4ead2e32dd48841bb9e86421966fdf64a4a",
        Canonical.plan(input).sha256());
  }

  @Test
  void shouldEscapeWhatWouldBeTakenForStructure() {
    assertEquals("a\\tb\\\\c\\nd\\re", Format.escape("a\tb\\c\nd\re"));
    assertEquals("a\tb\\c\nd\re", Format.unescape("a\\tb\\\\c\\nd\\re"));
    assertThrows(IllegalArgumentException.class, () -> Format.unescape("a\\x"));
    assertThrows(IllegalArgumentException.class, () -> Format.unescape("a\\"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | firstbatch-plan-input/1 | firstbatch-plan-input/2 | format
          1 | firstbatch-plan-input/1 | \uFEFFfirstbatch-plan-input/1 | format
          1 | SHA-256 | SHA-1 | digest
          1 | none | NONE | previous
          1 | 100000000 | 0100000000 | budget
          1 | 100000000 | +100000000 | budget
          1 | 100000000 | 1000000000000001 | budget
          1 | 100000000 | 99999999999999999999 | budget
          1 | 1111111111 | 111111111A | edition
          1 | 4444444444 | 44444444444 | calendar
          2 | terms | Terms | kind
          2 | 2026 | 1999 | fiscal year
          2 | PROPOSAL_RECEIVED | proposal_received | option 3
          2 | PAY_THE_PART_LEFT | PAY | option 4
          2 | BUDGET_YEAR | 2026 | option 6
          2 | LAPSES | NONE | option 10
          2 | SET_ASIDE | NONE | option 15
          2 | SET_ASIDE | SET_ASIDE~ | line end
          3 | claim | claims | kind
          3 | queued | carried | queue
          3 | 2026-01-11T09:00:00 | 2026-01-11T09:00 | insuring time
          3 | 2026-01-11T09:00:00 | 2026-01-13T09:00:00 | insuring time
          3 | 2026-04-02T10:00:00 | 2026-02-30T10:00:00 | received
          3 | PICC |  | insurer
          3 | P11 | P11\\x | policy number
          3 | 2026Q1 | 2026Q5 | quarter
          3 | 2026Q1 | 2027Q1 | quarter
          3 | 30000000 | 0 | outstanding
          3 | 30000000 | -1 | outstanding
          3 | none | NONE | reasons
          3 | none | DISPUTED,UNCONFIRMED | reasons
          3 | none | DISPUTED,DISPUTED | reasons
          3 | none | DISPUTED, | reasons
          3 | none | none~x | line end
          3 | ~none |  | reasons
          """)
  void shouldNameLineAndFieldOfABrokenInput(int line, String right, String wrong, String field)
      throws IOException {
    String[] lines = Canonical.firstExample().text().split("\n");
    String broken = (wrong == null ? "" : wrong).replace('~', '\t');
    int at = lines[line - 1].indexOf(right.replace('~', '\t'));
    lines[line - 1] =
        lines[line - 1].substring(0, at) + broken + lines[line - 1].substring(at + right.length());
    // An insuring time that is moved is found out by the line behind it.
    int expected = wrong != null && wrong.startsWith("2026-01-13") ? line + 1 : line;

    FormatException refused = refused(String.join("\n", lines) + "\n");

    assertEquals(expected, refused.line(), refused.getMessage());
    assertEquals(field, refused.field(), refused.getMessage());
  }

  private static FormatException refused(String input) {
    return refused(input.getBytes(StandardCharsets.UTF_8));
  }

  private static FormatException refused(byte[] input) {
    return assertThrows(
        FormatException.class,
        () -> Canonical.toList(new InputReader(new ByteArrayInputStream(input))));
  }

  @Test
  void shouldRefuseLineEndsThatAreNotLineFeeds() throws IOException {
    String text = Canonical.firstExample().text();

    assertEquals(1, refused(text.replace("\n", "\r\n")).line());
    assertEquals("line end", refused(text.substring(0, text.length() - 1)).field());
    assertEquals("kind", refused(text + "\n").field());
    assertEquals("kind", refused(text.replace("end\t4\n", "")).field());
    assertEquals("claims", refused(text.replace("end\t4\n", "end\t3\n")).field());
    assertEquals(1, refused("").line());
    assertEquals("line end", refused("x".repeat(70_000)).field());
  }

  @Test
  void shouldRefuseBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = Canonical.firstExample().bytes();
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == (byte) 0xe4) {
        bytes[i] = (byte) 0xff;
        break;
      }
    }

    assertEquals("UTF-8", refused(bytes).expected());
  }

  @Test
  void shouldRefuseAwardsOutOfOrderOrWithoutAPlanBehindThem() throws IOException {
    List<Awarded> awarded = List.of(new Awarded("E1", Awarded.BUDGET_YEAR, 5));
    InputHead second = Canonical.head(2, Canonical.PREVIOUS, Samples.TERMS);
    String text = Canonical.input(second, awarded, List.of()).text();
    String line = "awarded\tE1\tbudget\t5\n";

    assertEquals(4, refused(text.replace(line, line + line)).line());
    assertEquals("year", refused(text.replace("budget\t5", "2025\t5")).field());
    assertEquals("year", refused(text.replace("budget\t5", "0\t5")).field());
    assertEquals("awarded", refused(text.replace("budget\t5", "budget\t0")).field());
    assertThrows(
        IllegalArgumentException.class,
        () -> Canonical.input(Canonical.head(1, null, Samples.TERMS), awarded, List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2027 1 bbbb | 2025 1 bbbb | 4 | fiscal year
          2025 1 aaaa | 2026 1 aaaa | 3 | fiscal year
          2025 1 aaaa | 1999 1 aaaa | 3 | fiscal year
          2025 1 aaaa | 2025 0 aaaa | 3 | place
          2025 1 aaaa | 2025 1 AAAA | 3 | plan
          INSURING_YEAR | BUDGET_YEAR | 3 | kind
          counted 2025 | awarded 2025 | 3 | year
          """)
  void shouldNameLineAndFieldOfABrokenCountedPlan(
      String right, String wrong, int line, String field) throws IOException {
    InputHead head = Canonical.head(1, null, Samples.with(CapYear.INSURING_YEAR));
    List<CountedPlan> counted =
        List.of(new CountedPlan(2025, 1, "a".repeat(64)), new CountedPlan(2027, 1, "b".repeat(64)));
    String text = Canonical.input(head, counted, List.of(), List.of()).text();

    FormatException refused =
        refused(text.replace(right.replace(' ', '\t'), wrong.replace(' ', '\t')));

    assertEquals(line, refused.line(), refused.getMessage());
    assertEquals(field, refused.field(), refused.getMessage());
  }

  @Test
  void shouldRefuseAnAwardOfAnInsuringYearThatNoPlanMade() throws IOException {
    InputHead first = Canonical.head(1, null, Samples.with(CapYear.INSURING_YEAR));
    List<CountedPlan> counted = List.of(new CountedPlan(2025, 1, "a".repeat(64)));
    List<Awarded> awarded = List.of(new Awarded("E1", 2025, 5));
    String text = Canonical.input(first, counted, awarded, List.of()).text();

    FormatException refused = refused(text.replaceAll("counted.*\n", ""));

    assertEquals("year", refused.field());
    assertEquals("no signed plan made this award", refused.found());
    assertThrows(IllegalArgumentException.class, () -> Canonical.input(first, awarded, List.of()));
  }

  @Test
  void shouldRefuseToWriteCountedPlansOutOfOrderOrWhereTheyDoNotCount() {
    CountedPlan before = new CountedPlan(2025, 1, "a".repeat(64));
    CountedPlan after = new CountedPlan(2027, 1, "b".repeat(64));
    CountedPlan own = new CountedPlan(2026, 1, "c".repeat(64));
    InputHead insuring = Canonical.head(1, null, Samples.with(CapYear.INSURING_YEAR));
    InputHead budget = Canonical.head(1, null, Samples.TERMS);

    assertRefused(insuring, List.of(after, before));
    assertRefused(insuring, List.of(before, before));
    assertRefused(insuring, List.of(own));
    assertRefused(budget, List.of(before));
  }

  private static void assertRefused(InputHead head, List<CountedPlan> counted) {
    assertThrows(
        IllegalArgumentException.class, () -> Canonical.input(head, counted, List.of(), List.of()));
  }

  @Test
  void shouldRefuseToWriteClaimsOutOfOrder() {
    var claims = List.of(Samples.claim(2, "E1", 1), Samples.claim(1, "E1", 1));
    InputHead head = Canonical.head(1, null, Samples.TERMS);

    assertThrows(IllegalArgumentException.class, () -> Canonical.input(head, List.of(), claims));
  }

  @Test
  void shouldNameThePlanBeforeItExactlyFromTheSecondPlanOn() {
    assertThrows(IllegalArgumentException.class, () -> Canonical.head(2, null, Samples.TERMS));
    assertThrows(
        IllegalArgumentException.class, () -> Canonical.head(1, Canonical.PREVIOUS, Samples.TERMS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          firstbatch-plan/1 | firstbatch-plan/9 | 1 | format
          WAITLISTED | LATER | 5 | outcome
          FUNDED\tnone | FUNDED\tDISPUTED | 2 | reasons
          WAITLISTED\tnone | SET_ASIDE\tnone | 5 | reasons
          end\t4\t100000000\t0 | end\t4\t100000001\t0 | 6 | awarded
          end\t4\t100000000\t0 | end\t5\t100000000\t0 | 6 | awarded
          """)
  void shouldNameLineAndFieldOfABrokenPlan(String right, String wrong, int line, String field)
      throws IOException {
    String text = Canonical.plan(Canonical.firstExample()).text().replace(right, wrong);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    FormatException refused =
        assertThrows(
            FormatException.class,
            () -> Canonical.toList(new PlanReader(new ByteArrayInputStream(bytes))));
    assertEquals(line, refused.line(), refused.getMessage());
    assertEquals(field, refused.field(), refused.getMessage());
  }
}
