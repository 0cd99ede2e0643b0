package org.firstbatch.allocation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.UnknownCursor;
import org.firstbatch.measures.money.Money;

/**
 * A page of a plan's lines, read from the plan file at the byte where the page before ended.
 *
 * @param items the lines
 * @param next where the next page begins; empty at the end
 */
record PlanPage(List<Map<String, Object>> items, Optional<Cursor> next) {

  private static final String LINE = "line";

  PlanPage {
    items = List.copyOf(items);
  }

  /**
   * Where a page begins.
   *
   * @param offset a byte of the plan file, 0 for its beginning
   * @param order how many lines come before
   */
  record Cursor(long offset, long order) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,15})-([0-9]{1,15})");

    static Outcome<Cursor> parse(Optional<String> text) {
      Matcher matcher = FORM.matcher(text.orElse("0-0"));
      return matcher.matches()
          ? Outcome.done(
              new Cursor(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
          : Outcome.refused(
              Problem.invalid("?cursor", "请原样带上一页给出的 next", "must be the next of the page before"));
    }

    String text() {
      return offset + "-" + order;
    }
  }

  /**
   * Reads up to some lines whose insurer is wanted; an {@link UnknownCursor} when no line begins
   * where the page should.
   */
  static PlanPage read(
      Archive archive, ObjectKey key, Cursor from, int limit, Predicate<String> insurers) {
    List<Map<String, Object>> items = new ArrayList<>();
    long offset = from.offset();
    long order = from.order();
    try (InputStream in = opened(archive, key, offset)) {
      while (items.size() < limit) {
        byte[] bytes = line(in);
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split("\t", -1);
        if (fields[0].equals("end") || bytes.length == 0) {
          return new PlanPage(items, Optional.empty());
        }
        offset += bytes.length + 1;
        if (fields[0].equals(LINE)) {
          order++;
          if (insurers.test(Tabbed.unescape(fields[3]))) {
            items.add(view(order, fields));
          }
        }
      }
      return new PlanPage(items, Optional.of(new Cursor(offset, order)));
    } catch (IOException e) {
      throw new RetryableFault("The plan file could not be read: " + key, e);
    }
  }

  /** The file where a line begins, which is at its beginning or behind the end of a line. */
  private static InputStream opened(Archive archive, ObjectKey key, long offset)
      throws IOException {
    InputStream in = new BufferedInputStream(archive.openFrom(key, Math.max(0, offset - 1)));
    if (offset > 0 && in.read() != '\n') {
      in.close();
      throw new UnknownCursor("No line of " + key + " begins at " + offset);
    }
    return in;
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toByteArray();
  }

  private static Map<String, Object> view(long order, String[] fields) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("order", order);
    view.put("creditCode", Tabbed.unescape(fields[1]));
    view.put("enterprise", Tabbed.unescape(fields[2]));
    view.put("insurer", Tabbed.unescape(fields[3]));
    view.put("number", Tabbed.unescape(fields[4]));
    view.put("insured", fields[5] + "+08:00");
    view.put("received", fields[6] + "+08:00");
    view.put("outstanding", money(fields[7]));
    view.put("capLeft", money(fields[8]));
    view.put("budgetLeft", money(fields[9]));
    view.put("award", money(fields[10]));
    view.put("outcome", fields[11]);
    view.put("reasons", fields[12].equals("none") ? List.of() : List.of(fields[12].split(",")));
    return view;
  }

  private static Money money(String fen) {
    return Money.ofFen(Long.parseLong(fen));
  }
}
