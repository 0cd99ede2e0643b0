package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.measures.allocation.canonical.Interleaved.Signed;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecomputeTest {

  @TempDir private Path directory;
  private Path input;
  private Path plan;
  private Canonical.File planFile;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void publishTheFirstExample() throws IOException {
    input = directory.resolve("input");
    plan = directory.resolve("plan");
    Canonical.File inputFile = Canonical.firstExample();
    planFile = Canonical.plan(inputFile);
    Files.write(input, inputFile.bytes());
    Files.write(plan, planFile.bytes());
  }

  private int run(String... args) {
    return new Recompute(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private int recompute() {
    return run(input.toString(), plan.toString());
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private void replace(Path file, String right, String wrong) throws IOException {
    Files.writeString(file, Files.readString(file).replace(right, wrong));
  }

  @Test
  void shouldPrintBothHashesOfAnEqualPlan() {
    assertEquals(Recompute.EQUAL, recompute());
    assertTrue(printed().contains("plan       SHA-256 " + planFile.sha256()), printed());
    assertTrue(printed().contains("recomputed SHA-256 " + planFile.sha256()), printed());
    assertTrue(printed().endsWith("一致 equal" + System.lineSeparator()), printed());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          \t20000000\tREDUCED | \t20000001\tREDUCED | plan line 4, field award, expected "20000000", found "20000001"
          WAITLISTED | FUNDED | plan line 5, field outcome, expected "WAITLISTED", found "FUNDED"
          end\t4\t100000000\t0 | end\t4\t100000000\t1 | plan line 6, field set aside, expected "0", found "1"
          2026\t1 | 2026\t2 | plan line 1, field place, expected "1", found "2"
          企业E2 | 企业E9 | plan line 3, field name, expected "企业E2", found "企业E9"
          """)
  void shouldNameTheFirstFieldThatDiffers(String right, String wrong, String difference)
      throws IOException {
    replace(plan, right, wrong);

    assertEquals(Recompute.DIFFERS, recompute());
    assertTrue(printed().contains("differs: " + difference), printed());
    assertTrue(printed().contains("不一致：计划文件第"), printed());
  }

  @Test
  void shouldSayThatLinesAreMissingOrTooMany() throws IOException {
    replace(plan, "end\t4\t100000000\t0\n", "");
    assertEquals(Recompute.DIFFERS, recompute());
    assertTrue(printed().contains("found the end of the file"), printed());

    Files.write(plan, planFile.bytes());
    replace(plan, "end\t4\t100000000\t0\n", "end\t4\t100000000\t0\nmore\n");
    assertEquals(Recompute.DIFFERS, recompute());
    assertTrue(printed().contains("plan line 7, field line, expected the end"), printed());
  }

  @Test
  void shouldSayThatThePlanIsOfAnotherInput() throws IOException {
    replace(input, "60000000", "60000001");

    assertEquals(Recompute.DIFFERS, recompute());
    assertTrue(printed().contains("plan line 1, field input"), printed());
  }

  @Test
  void shouldNameTheLineOfAnInputThatCannotBeRead() throws IOException {
    replace(input, "60000000", "6e7");

    assertEquals(Recompute.UNREADABLE, recompute());
    assertTrue(complained().contains("input line 4, field outstanding"), complained());
    assertTrue(complained().contains("输入文件 第 4 行"), complained());
  }

  @Test
  void shouldRefuseAwardsBeyondTheBudget() throws IOException {
    replace(input, "none\t100000000", "9".repeat(64) + "\t100");
    replace(input, "2026\t1\t", "2026\t2\t");
    replace(input, "SET_ASIDE\n", "SET_ASIDE\nawarded\tE1\tbudget\t101\n");

    assertEquals(Recompute.UNREADABLE, recompute());
    assertTrue(complained().contains("more than the budget"), complained());
  }

  @Test
  void shouldSayWhichFileIsMissing() {
    assertEquals(Recompute.UNREADABLE, run(input.toString(), directory.resolve("none").toString()));
    assertTrue(complained().contains("none"), complained());
  }

  @Test
  void shouldCheckThatAnInputFollowsFromTheSignedPlansOfAllYears() throws IOException {
    List<Signed> signed = Interleaved.of(3, CapYear.BOTH_SMALLER_LEFT);
    List<String> files = new ArrayList<>();
    files.add(write("last.input", signed.getLast().input()));
    files.add(write("last.plan", signed.getLast().plan()));
    for (Signed each : signed) {
      files.add(write(files.size() + ".plan", each.plan()));
    }

    assertEquals(Recompute.EQUAL, run(files.toArray(String[]::new)));
    assertTrue(printed().endsWith("衔接 follows" + System.lineSeparator()), printed());

    files.remove(2);
    assertEquals(Recompute.DIFFERS, run(files.toArray(String[]::new)));
    assertTrue(printed().contains("the input does not follow: plan 1 of "), printed());
  }

  @Test
  void shouldNameTheSignedPlanThatCannotBeRead() {
    String broken = input.toString();

    assertEquals(Recompute.UNREADABLE, run(broken, plan.toString(), broken));
    assertTrue(complained().contains("file: " + broken), complained());
  }

  private String write(String name, Canonical.File file) throws IOException {
    return Files.write(directory.resolve(name), file.bytes()).toString();
  }

  @Test
  void shouldExplainItsUse() {
    assertEquals(Recompute.USAGE, run());
    assertEquals(Recompute.USAGE, run("a"));
    assertTrue(complained().contains("recompute.jar INPUT PLAN"), complained());
  }
}
