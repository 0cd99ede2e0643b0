package org.firstbatch.measures.allocation.canonical;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.allocation.Allocation;
import org.jspecify.annotations.Nullable;

/**
 * Computes a published plan again: {@code java -jar recompute.jar INPUT PLAN}. With the signed
 * plans behind it as further arguments it also checks that the input follows from them. Exit codes:
 * 0 equal; 1 the plan differs, with the first line that does and why, or the input does not follow;
 * 2 a file cannot be read, with the line; 64 wrong use. Reads the files as streams and keeps an
 * account per enterprise.
 */
public final class Recompute {

  static final int EQUAL = 0;
  static final int DIFFERS = 1;
  static final int UNREADABLE = 2;
  static final int USAGE = 64;

  private final PrintStream out;
  private final PrintStream err;

  Recompute(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** See the class. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(new Recompute(out, err).run(args));
  }

  int run(String... args) {
    if (args.length < 2) {
      err.println("用法 usage: java -jar recompute.jar INPUT PLAN [SIGNED-PLAN...]");
      return USAGE;
    }
    try {
      List<Path> files = Stream.of(args).map(Path::of).toList();
      int compared = compare(files.get(0), files.get(1));
      return compared == EQUAL && files.size() > 2
          ? follow(files.get(0), files.subList(2, files.size()))
          : compared;
    } catch (FormatException e) {
      err.printf(
          "%s 第 %d 行，字段 %s：应为 %s，实为 %s%n",
          e.file().equals("input") ? "输入文件" : "计划文件", e.line(), e.field(), e.expected(), e.found());
      err.println(e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      err.println("文件无法读取 cannot read: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      err.println("输入文件自相矛盾 the input contradicts itself: " + e.getMessage());
    }
    return UNREADABLE;
  }

  /**
   * Writes the plan that an input gives.
   *
   * @param inputHash SHA-256 of the whole input
   * @return SHA-256 of the plan
   */
  public static String plan(InputReader input, String inputHash, OutputStream plan)
      throws IOException {
    PlanWriter writer = new PlanWriter(plan, new PlanHead(inputHash, input.head().plan()));
    Allocation allocation = new Allocation(input.head().terms(), input.awarded());
    while (input.hasNext()) {
      writer.line(allocation.next(input.next()));
    }
    return writer.finish(allocation.totals());
  }

  private int compare(Path input, Path plan) throws IOException {
    String inputHash = hash(input);
    String planHash = hash(plan);
    try (InputStream in = Files.newInputStream(input);
        InputStream found = Files.newInputStream(plan)) {
      LineComparison comparison = new LineComparison(found);
      String computed = plan(new InputReader(in), inputHash, comparison);
      out.println("输入 input      SHA-256 " + inputHash);
      out.println("计划 plan       SHA-256 " + planHash);
      out.println("重算 recomputed SHA-256 " + computed);
      return report(comparison.finish());
    }
  }

  private int report(LineComparison.@Nullable Difference difference) {
    if (difference == null) {
      out.println("一致 equal");
      return EQUAL;
    }
    out.println(Why.chinese(difference));
    out.println(Why.english(difference));
    out.println("应为 expected: " + Why.shown(difference.expected()));
    out.println("实为 found:    " + Why.shown(difference.found()));
    return DIFFERS;
  }

  private int follow(Path input, List<Path> signed) throws IOException {
    try (InputStream in = Files.newInputStream(input)) {
      Succession succession = new Succession(new InputReader(in));
      for (Path plan : signed) {
        add(succession, plan);
      }
      return report(succession.breaks());
    }
  }

  private void add(Succession succession, Path plan) throws IOException {
    try (InputStream in = Files.newInputStream(plan)) {
      succession.add(new PlanReader(in));
    } catch (FormatException e) {
      err.println("文件 file: " + plan);
      throw e;
    }
  }

  private int report(List<Succession.Break> breaks) {
    for (Succession.Break each : breaks) {
      out.println("输入文件与已签署的计划不衔接 the input does not follow: " + each.what());
      out.println("应为 expected: " + each.expected());
      out.println("实为 found:    " + each.found());
    }
    if (breaks.isEmpty()) {
      out.println("衔接 follows");
    }
    return breaks.isEmpty() ? EQUAL : DIFFERS;
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }
}
