package org.firstbatch.measures.scheme;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.datafile.DataFile;
import org.firstbatch.measures.datafile.Line;

/**
 * Reads an edition's file, strictly. The grammar, a line a statement, words between blanks:
 *
 * <pre>
 * scheme ID                                           once, before the values
 * edition NUMBER                                      once
 * issued DATE                                         once
 * last-day DATE                                       once
 * PARAMETER = VALUE UNIT from DATE article ARTICLE    each parameter from the day of issue on
 * QUESTION = ANSWER from DATE article ARTICLE         each question from the day of issue on
 * # a remark
 * </pre>
 *
 * A value counts until a later line of the same key begins.
 */
final class EditionReader {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9-]{1,30}");
  private static final Pattern ARTICLE =
      Pattern.compile("[一二三四五六七八九十]{1,3}(\\.[一二三四五六七八九十]{1,3})?");
  private static final MonthDay NEW_YEAR = MonthDay.of(1, 1);
  private static final String PARAMETER_FORM =
      "KEY = VALUE UNIT from DATE article ARTICLE, such as"
          + " insuring-window = 45 days from 2027-01-01 article 十一";
  private static final String OPTION_FORM =
      "KEY = ANSWER from DATE article ARTICLE, such as"
          + " discount-base = premium from 2027-01-01 article 七";

  private final DataFile file;
  private final Line scheme;
  private final Line edition;
  private final Line lastDayLine;
  private final LocalDate issued;
  private final LocalDate lastDay;
  private final Map<String, SortedMap<LocalDate, Parameter<?>>> values = new HashMap<>();

  private EditionReader(DataFile file) {
    this.file = file;
    scheme = header("scheme", "dalian");
    edition = header("edition", "1");
    lastDayLine = header("last-day", "2028-06-30");
    issued = header("issued", "2025-07-01").date(1);
    lastDay = lastDayLine.date(1);
  }

  static Edition read(DataFile file) {
    return new EditionReader(file).edition();
  }

  private Edition edition() {
    if (!SCHEME.matcher(scheme.rest(1)).matches()) {
      throw scheme.broken("small letters, digits and hyphens, such as dalian", scheme.rest(1));
    }
    if (lastDay.isBefore(issued)) {
      throw lastDayLine.broken("a day on or after " + issued, lastDay.toString());
    }
    int number = edition.whole(1, 1, 999);
    file.lines().forEach(this::accept);
    Parameters complete = parameters();
    refuseLongerThanTerm(complete);
    return new Edition(scheme.rest(1), number, issued, lastDay, complete, options());
  }

  private Line header(String key, String example) {
    List<Line> found = file.lines().stream().filter(line -> line.key().equals(key)).toList();
    if (found.isEmpty()) {
      throw file.lacks(key, "a line: " + key + " " + example);
    }
    if (found.size() > 1) {
      throw found.get(1).broken("one line only", "a second: " + found.get(1).rest(0));
    }
    found.getFirst().requireWords(2, key + " " + example);
    return found.getFirst();
  }

  private void accept(Line line) {
    switch (line.key()) {
      case "scheme", "edition", "issued", "last-day" -> {}
      default -> acceptValue(line);
    }
  }

  private void acceptValue(Line line) {
    Parameter<?> value = value(line);
    SortedMap<LocalDate, Parameter<?>> dated =
        values.computeIfAbsent(value.key(), _ -> new TreeMap<>());
    if (dated.putIfAbsent(value.from(), value) != null) {
      throw line.broken("one value a day", "a second from " + value.from());
    }
  }

  private Parameter<?> value(Line line) {
    for (ParameterKey<?> key : ParameterKey.ALL) {
      if (key.name().equals(line.key())) {
        return parameter(line, key);
      }
    }
    for (Question question : Question.values()) {
      if (question.key().equals(line.key())) {
        return option(line, question);
      }
    }
    throw line.broken("one of: " + String.join(", ", keys()), line.key());
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("scheme", "edition", "issued", "last-day"));
    ParameterKey.ALL.forEach(key -> keys.add(key.name()));
    keys.addAll(Question.keys());
    return keys;
  }

  private <T> Parameter<T> parameter(Line line, ParameterKey<T> key) {
    requireForm(line, 8, PARAMETER_FORM);
    T value = line.value(2, key.reader(), key.expected());
    if (!key.units().contains(line.words().get(3))) {
      throw line.broken(key.expected(), line.words().get(2) + " " + line.words().get(3));
    }
    return new Parameter<>(key.name(), value, key.canonicalUnit(), from(line, 5), article(line, 7));
  }

  private Parameter<?> option(Line line, Question question) {
    requireForm(line, 7, OPTION_FORM);
    Enum<?> value = line.value(2, question::read, "one of: " + question.answersInWords());
    LocalDate from = from(line, 4);
    if (question.isFixedForFiscalYear() && !from.equals(issued) && !isNewYear(from)) {
      throw line.broken("1 January: this option is fixed for a fiscal year", from.toString());
    }
    return new Parameter<>(question.key(), value, "", from, article(line, 6));
  }

  private static boolean isNewYear(LocalDate day) {
    return MonthDay.from(day).equals(NEW_YEAR);
  }

  private static void requireForm(Line line, int words, String form) {
    line.requireWords(words, form);
    boolean right =
        line.words().get(1).equals("=")
            && line.words().get(words - 4).equals("from")
            && line.words().get(words - 2).equals("article");
    if (!right) {
      throw line.broken(form, line.rest(0));
    }
  }

  private LocalDate from(Line line, int index) {
    LocalDate from = line.date(index);
    if (from.isBefore(issued) || from.isAfter(lastDay)) {
      throw line.broken("a day from " + issued + " to " + lastDay, from.toString());
    }
    return from;
  }

  private static String article(Line line, int index) {
    String article = line.words().get(index);
    if (!ARTICLE.matcher(article).matches()) {
      throw line.broken("an article such as 十一 or 八.一", article);
    }
    return article;
  }

  private Parameters parameters() {
    Map<ParameterKey<?>, List<Parameter<?>>> complete = new HashMap<>();
    for (ParameterKey<?> key : ParameterKey.ALL) {
      complete.put(key, complete(key.name()));
    }
    return new Parameters(complete);
  }

  private DatedOptions options() {
    Map<Question, List<Parameter<?>>> complete = new EnumMap<>(Question.class);
    for (Question question : Question.values()) {
      complete.put(question, complete(question.key()));
    }
    return new DatedOptions(complete);
  }

  private List<Parameter<?>> complete(String key) {
    SortedMap<LocalDate, Parameter<?>> dated = values.getOrDefault(key, new TreeMap<>());
    if (!dated.containsKey(issued)) {
      throw file.lacks(key, "a value from the day of issue, " + issued);
    }
    return List.copyOf(dated.values());
  }

  private void refuseLongerThanTerm(Parameters complete) {
    LocalDate latest = Periods.correspondingDay(issued, complete.schemeTermYears(issued).value());
    if (lastDay.isAfter(latest)) {
      throw lastDayLine.broken("at latest " + latest + ", when the scheme term ends", "" + lastDay);
    }
  }
}
