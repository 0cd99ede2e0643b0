package org.firstbatch.measures.allocation.canonical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.measures.allocation.RandomCase;
import org.firstbatch.measures.allocation.canonical.Interleaved.Signed;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The Python program, written from docs/scheme/plan-format.md alone, against the Java one. Skipped
 * where there is no Python; {@code .ci/run} accepts no skip.
 */
class PythonRecomputeTest {

  private static final Path SCRIPT = Path.of("src/test/python/recompute.py");
  private static final int CASES = 600;
  private static final int CHAINS = 10;

  @TempDir private Path directory;

  private static int python(Path directory, String... args)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path output = directory.resolve("output.txt");
    builder.redirectOutput(output.toFile());
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      return abort("there is no python3 on the PATH: " + e.getMessage());
    }
  }

  @Test
  void shouldComputeTheSameBytesInAnotherLanguage() throws IOException, InterruptedException {
    for (long seed = 1; seed <= CASES; seed++) {
      byte[] input = Canonical.input(RandomCase.of(seed)).bytes();
      Files.write(directory.resolve(seed + ".input"), input);
    }

    int exit = python(directory, "--write", directory.toString());

    assertEquals(0, exit, Files.readString(directory.resolve("output.txt")));
    for (long seed = 1; seed <= CASES; seed++) {
      Canonical.File plan = Canonical.plan(Canonical.input(RandomCase.of(seed)));
      assertArrayEquals(
          plan.bytes(), Files.readAllBytes(directory.resolve(seed + ".python")), "seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldFollowChainsOfPlansOverAllYearsInAnotherLanguage(CapYear capYear)
      throws IOException, InterruptedException {
    for (long seed = 1; seed <= CHAINS; seed++) {
      Path chains = Files.createDirectory(directory.resolve("chains" + seed));
      int number = 0;
      for (Signed signed : Interleaved.of(seed, capYear)) {
        Files.write(chains.resolve(number + ".input"), signed.input().bytes());
        Files.write(chains.resolve(number + ".plan"), signed.plan().bytes());
        number++;
      }

      int exit = python(directory, "--follow", chains.toString());
      int written = python(directory, "--write", chains.toString());

      assertEquals(0, exit, Files.readString(directory.resolve("output.txt")));
      assertEquals(0, written, Files.readString(directory.resolve("output.txt")));
      for (int i = 0; i < number; i++) {
        byte[] plan = Files.readAllBytes(chains.resolve(i + ".plan"));
        assertArrayEquals(plan, Files.readAllBytes(chains.resolve(i + ".python")));
      }
    }
  }

  @Test
  void shouldTellAnInputThatDoesNotFollowFromThePlansOfOtherYears()
      throws IOException, InterruptedException {
    List<Signed> signed = Interleaved.of(1, CapYear.INSURING_YEAR);
    Signed last = signed.getLast();
    Path input = Files.write(directory.resolve("input"), last.input().bytes());
    Path plan = Files.write(directory.resolve("plan"), last.plan().bytes());
    List<String> arguments = new ArrayList<>(List.of(input.toString(), plan.toString()));
    for (int i = 0; i < signed.size(); i++) {
      Path file = directory.resolve(i + ".signed");
      arguments.add(Files.write(file, signed.get(i).plan().bytes()).toString());
    }

    assertEquals(0, python(directory, arguments.toArray(String[]::new)));

    arguments.remove(2);

    assertEquals(1, python(directory, arguments.toArray(String[]::new)));
    assertTrue(Files.readString(directory.resolve("output.txt")).contains("missing"));
  }

  @Test
  void shouldTellAnEqualPlanFromAnother() throws IOException, InterruptedException {
    Canonical.File input = Canonical.firstExample();
    Path inputFile = Files.write(directory.resolve("input"), input.bytes());
    Path planFile = Files.write(directory.resolve("plan"), Canonical.plan(input).bytes());

    assertEquals(0, python(directory, inputFile.toString(), planFile.toString()));

    Files.writeString(planFile, Files.readString(planFile).replace("FUNDED", "WAITLISTED"));
    assertEquals(1, python(directory, inputFile.toString(), planFile.toString()));
    assertEquals(2, python(directory, planFile.toString(), planFile.toString()));
  }
}
