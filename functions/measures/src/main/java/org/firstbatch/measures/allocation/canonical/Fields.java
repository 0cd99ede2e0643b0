package org.firstbatch.measures.allocation.canonical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.Reason;
import org.firstbatch.measures.allocation.Reasons;

/** One line's fields, taken from left to right; each says what it had to be. */
final class Fields {

  private final String file;
  private final long line;
  private final List<String> values;
  private int next;

  Fields(String file, long line, List<String> values) {
    this.file = file;
    this.line = line;
    this.values = values;
  }

  /** The line's first field, which says what the line is; taken. */
  String kind() {
    next = 1;
    return values.getFirst();
  }

  String raw(String field) {
    if (next == values.size()) {
      throw new FormatException(
          file, line, field, "a field after " + (next - 1) + " others", "the end of the line");
    }
    return values.get(next++);
  }

  FormatException wrong(String field, String expected, String found) {
    return new FormatException(file, line, field, expected, '"' + found + '"');
  }

  void word(String field, String word) {
    String found = raw(field);
    if (!found.equals(word)) {
      throw wrong(field, '"' + word + '"', found);
    }
  }

  String text(String field) {
    String found = raw(field);
    if (found.isEmpty()) {
      throw wrong(field, "a text that is not empty", found);
    }
    return parsed(
        field, "a text with backslash only before \\ t n r", found, () -> unescaped(found));
  }

  private static String unescaped(String field) {
    if (field.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("a carriage return that is not escaped");
    }
    return Format.unescape(field);
  }

  /** Digits without sign or leading zero. */
  long number(String field, long least, long most) {
    String found = raw(field);
    String expected = "a whole number from " + least + " to " + most;
    long number = parsed(field, expected, found, () -> Long.parseLong(found));
    if (number < least || number > most || !Long.toString(number).equals(found)) {
      throw wrong(field, expected, found);
    }
    return number;
  }

  /** An amount in fen. */
  long fen(String field, long least) {
    return number(field, least, 1_000_000_000_000_000L);
  }

  long second(String field) {
    String found = raw(field);
    return parsed(
        field,
        "a Shanghai time of 2000 to 2099 like 2026-01-31T23:59:59",
        found,
        () -> LocalSecond.parse(found));
  }

  String hash(String field) {
    String found = raw(field);
    if (!Sha256.isHex(found)) {
      throw wrong(field, "64 lower-case hexadecimal digits", found);
    }
    return found;
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    String found = raw(field);
    return parsed(
        field,
        "one of " + Arrays.toString(type.getEnumConstants()),
        found,
        () -> Enum.valueOf(type, found));
  }

  Reasons reasons() {
    String found = raw("reasons");
    if (found.equals(Format.NONE)) {
      return Reasons.NONE;
    }
    String expected = "none, or reasons in their order, each once, with commas between";
    Reasons reasons = parsed("reasons", expected, found, () -> new Reasons(listed(found)));
    if (!Format.reasons(reasons.list()).equals(found)) {
      throw wrong("reasons", expected, found);
    }
    return reasons;
  }

  private static List<Reason> listed(String names) {
    List<Reason> reasons = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      reasons.add(Reason.valueOf(name));
    }
    return reasons;
  }

  private <T> T parsed(String field, String expected, String found, Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException _) {
      throw wrong(field, expected, found);
    }
  }

  /** The line must not go on. */
  void end() {
    if (next < values.size()) {
      throw wrong("line end", "no more than " + next + " fields", values.get(next));
    }
  }

  /** Runs a check that refuses with a message of its own. */
  <T> T check(String field, Supplier<T> checked) {
    try {
      return checked.get();
    } catch (IllegalArgumentException e) {
      throw new FormatException(
          file, line, field, "what the format's page allows", String.valueOf(e.getMessage()));
    }
  }
}
