package org.firstbatch.casework.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.money.MoneyFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object strictly and says everything that is wrong with it at once: unknown, missing
 * and duplicate fields, wrong types, days that do not exist, amounts with too many decimals. A
 * reader asks for each field, then takes {@link #result}; where a field was wrong the values handed
 * out are placeholders that never leave.
 */
public final class Fields {

  private static final LocalDate NO_DAY = LocalDate.EPOCH;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]");

  private static final Pattern ARTICLE =
      Pattern.compile("第(一|二|三|四|五|六|七|八|九|十|十一|十二|十三|十四|十五)条(（[一二三四五六]）)?");

  private final JsonNode node;
  private final String path;
  private final List<FieldError> errors;
  private final Set<String> asked = new HashSet<>();
  private final List<Fields> children = new ArrayList<>();

  private Fields(JsonNode node, String path, List<FieldError> errors) {
    this.node = node;
    this.path = path;
    this.errors = errors;
  }

  /** A body of at most 6 MB; refused when it is not one JSON object. */
  public static Outcome<Fields> parse(String body) {
    try {
      JsonNode tree = Json.mapper().readTree(body);
      if (!tree.isObject()) {
        return Outcome.refused(
            Problem.invalid("", "请求体应为一个 JSON 对象。", "The body must be one JSON object."));
      }
      return Outcome.done(new Fields(tree, "", new ArrayList<>()));
    } catch (JsonProcessingException e) {
      return Outcome.refused(notJson(e));
    }
  }

  private static Problem notJson(JsonProcessingException e) {
    JsonLocation at = Objects.requireNonNullElse(e.getLocation(), JsonLocation.NA);
    // What Jackson says of its own source is of no use to whoever sent it.
    String what =
        e.getOriginalMessage().replaceAll("(?s) ?\\(?(start marker at )?\\[Source:.*", "");
    return Problem.invalid(
        "",
        "不是有效的 JSON，第 %d 行第 %d 列：%s".formatted(at.getLineNr(), at.getColumnNr(), what),
        "Not valid JSON, line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), what));
  }

  /**
   * A name or other text of one line, in Unicode's composed form (NFC), without control characters.
   */
  public String text(String name, int least, int most) {
    JsonNode value = required(name);
    if (value == null) {
      return "";
    }
    if (!value.isTextual()) {
      return wrong(name, "应为文本", "must be a string", "");
    }
    String text = Normalizer.normalize(value.textValue(), Normalizer.Form.NFC).strip();
    return checkedText(name, text, least, most);
  }

  /** The content of a text file exactly as it was sent, lines and all. */
  public String content(String name, int most) {
    JsonNode value = required(name);
    if (value == null) {
      return "";
    }
    if (!value.isTextual()) {
      return wrong(name, "应为文本", "must be a string", "");
    }
    String text = value.textValue();
    return text.length() <= most
        ? text
        : wrong(name, "长度不得超过 " + most + " 个字", "must have at most " + most + " characters", "");
  }

  /**
   * An identifier: as text, with compatibility forms (full-width letters and digits) brought to
   * their plain form.
   */
  public String identifier(String name, int most) {
    String text = Normalizer.normalize(text(name, 1, most), Normalizer.Form.NFKC).strip();
    return text.indexOf('!') >= 0 ? wrong(name, "不能含有“!”", "must not contain '!'", "") : text;
  }

  /** Text that follows a pattern. */
  public String matching(String name, Pattern pattern, String zh, String en) {
    String text = identifier(name, 200);
    return text.isEmpty() || pattern.matcher(text).matches() ? text : wrong(name, zh, en, "");
  }

  /** An article of the Measures, for example 第八条（四）; brackets may be plain or full-width. */
  public String article(String name) {
    String text = text(name, 1, 20).replace('(', '（').replace(')', '）');
    return text.isEmpty() || ARTICLE.matcher(text).matches()
        ? text
        : wrong(name, "应如 第三条 或 第八条（四）", "must name an article like 第三条 or 第八条（四）", "");
  }

  /** One of the constants of an enum, by its name. */
  public <E extends Enum<E>> E choice(String name, Class<E> type) {
    E[] constants = type.getEnumConstants();
    JsonNode value = required(name);
    if (value == null) {
      return constants[0];
    }
    for (E constant : constants) {
      if (value.isTextual() && constant.name().equals(value.textValue())) {
        return constant;
      }
    }
    String names = Arrays.toString(constants);
    return wrong(name, "应为以下之一：" + names, "must be one of " + names, constants[0]);
  }

  /**
   * An amount: a string of decimal yuan with at most two decimals, 0 to 10^15 fen, for example
   * "4200000.00".
   */
  public Money money(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return Money.ZERO;
    }
    if (!value.isTextual()) {
      return wrong(
          name,
          "金额应为字符串，单位元，至多两位小数，例如 \"4200000.00\"",
          "an amount is a string in yuan with at most two decimals, for example \"4200000.00\"",
          Money.ZERO);
    }
    try {
      return Money.parse(value.textValue());
    } catch (MoneyFormatException e) {
      return wrong(name, e.zh(), e.en(), Money.ZERO);
    }
  }

  /** A day of the years 1900 to 2999, for example "2026-02-24". */
  public LocalDate day(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return NO_DAY;
    }
    try {
      return value.isTextual()
          ? Shanghai.parseDay(value.textValue())
          : wrong(
              name,
              "日期应为字符串，例如 \"2026-02-24\"",
              "a day is a string, for example \"2026-02-24\"",
              NO_DAY);
    } catch (IllegalArgumentException _) {
      return wrong(
          name,
          "没有这一天或格式不对：“" + value.textValue() + "”，应如 2026-02-24，年份 1900 至 2999",
          "no such day, or not in this form: \""
              + value.textValue()
              + "\"; write it like 2026-02-24, of the years 1900 to 2999",
          NO_DAY);
    }
  }

  /**
   * A moment, cut to the second: "2026-02-24T10:30", "2026-02-24T10:30:05" in Shanghai, or with an
   * offset; a day without a time is the end of that day, 23:59:59.
   */
  public Instant moment(String name) {
    JsonNode value = required(name);
    if (value == null) {
      return Instant.EPOCH;
    }
    String text = value.isTextual() ? value.textValue() : "";
    try {
      return Shanghai.parse(text);
    } catch (IllegalArgumentException | DateTimeException _) {
      return wrong(
          name,
          "不是时间：“" + text + "”，应如 2026-02-24 或 2026-02-24T10:30:00",
          "not a moment: \"" + text + "\"; write it like 2026-02-24 or 2026-02-24T10:30:00",
          Instant.EPOCH);
    }
  }

  /** A whole number within bounds. */
  public long number(String name, long least, long most) {
    JsonNode value = required(name);
    if (value == null) {
      return least;
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      long number = value.longValue();
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = least + "–" + most;
    return wrong(name, "应为 " + range + " 之间的整数", "must be a whole number, " + range, least);
  }

  /** True or false. */
  public boolean flag(String name) {
    JsonNode value = required(name);
    return value != null
        && (value.isBoolean()
            ? value.booleanValue()
            : wrong(name, "应为 true 或 false", "must be true or false", false));
  }

  /** An object inside this one. */
  public Fields object(String name) {
    JsonNode value = required(name);
    if (value != null && !value.isObject()) {
      wrong(name, "应为对象", "must be an object", "");
    }
    return child(
        value != null && value.isObject() ? value : Json.mapper().createObjectNode(),
        path + "/" + name);
  }

  /** A list of text, each like {@link #text}. */
  public List<String> texts(String name, int leastItems, int mostItems, int mostLength) {
    List<String> result = new ArrayList<>();
    items(name, leastItems, mostItems)
        .forEach(
            (index, value) -> {
              String at = name + "/" + index;
              result.add(
                  value.isTextual()
                      ? checkedText(
                          at,
                          Normalizer.normalize(value.textValue(), Normalizer.Form.NFC).strip(),
                          1,
                          mostLength)
                      : wrong(at, "应为文本", "must be a string", ""));
            });
    return result;
  }

  /** A list of objects. */
  public <T> List<T> objects(String name, int leastItems, int mostItems, Function<Fields, T> read) {
    List<T> result = new ArrayList<>();
    items(name, leastItems, mostItems)
        .forEach(
            (index, value) -> {
              String at = path + "/" + name + "/" + index;
              if (!value.isObject()) {
                wrong(name + "/" + index, "应为对象", "must be an object", "");
              } else {
                result.add(read.apply(child(value, at)));
              }
            });
    return result;
  }

  private SortedMap<Integer, JsonNode> items(String name, int least, int most) {
    SortedMap<Integer, JsonNode> items = new TreeMap<>();
    JsonNode value = required(name);
    if (value == null) {
      return items;
    }
    if (!value.isArray() || value.size() < least || value.size() > most) {
      wrong(
          name,
          "应为 " + least + "–" + most + " 项的列表",
          "must be a list of " + least + "–" + most + " items",
          "");
      return items;
    }
    for (int i = 0; i < value.size(); i++) {
      items.put(i, value.get(i));
    }
    return items;
  }

  /** A field that may be missing or null. */
  public <T> Optional<T> optional(String name, Function<String, T> read) {
    if (!node.hasNonNull(name)) {
      asked.add(name);
      return Optional.empty();
    }
    return Optional.of(read.apply(name));
  }

  /** Whether a field is there. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Whether a field is there and null, so that what it names is to be emptied. */
  public boolean isNull(String name) {
    boolean isNull = node.has(name) && node.get(name).isNull();
    if (isNull) {
      asked.add(name);
    }
    return isNull;
  }

  /** The names of the fields that are there. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Notes a mistake that only the reader can see, for example two days in the wrong order. */
  public void mistake(String name, String zh, String en) {
    wrong(name, zh, en, "");
  }

  /** What was read, or every mistake found, among them the fields that nobody asked for. */
  public <T> Outcome<T> result(T value) {
    unknown();
    return errors.isEmpty() ? Outcome.done(value) : Outcome.refused(Problem.invalid(errors));
  }

  private void unknown() {
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!asked.contains(name)) {
        wrong(name, "不认识的字段", "unknown field", "");
      }
    }
    children.forEach(Fields::unknown);
  }

  private Fields child(JsonNode value, String at) {
    Fields child = new Fields(value, at, errors);
    children.add(child);
    return child;
  }

  private @Nullable JsonNode required(String name) {
    asked.add(name);
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      wrong(name, "缺少此项", "is missing", "");
      return null;
    }
    return value;
  }

  private String checkedText(String name, String text, int least, int most) {
    if (CONTROL.matcher(text).find()) {
      return wrong(name, "含有控制字符", "contains a control character", "");
    }
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      return wrong(
          name,
          "长度应为 " + least + "–" + most + " 个字",
          "must have " + least + "–" + most + " characters",
          "");
    }
    return text;
  }

  private <T> T wrong(String name, String zh, String en, T placeholder) {
    errors.add(new FieldError(path + "/" + name, zh, en));
    return placeholder;
  }
}
