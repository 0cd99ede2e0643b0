package org.firstbatch.certification;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.certification.ListFile.Row;
import org.firstbatch.measures.calendar.Periods;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * Makes certificates of the rows of a list and notes every mistake with its row and column, and
 * what would be right.
 */
final class RowReader {

  private static final Pattern NUMBER = Pattern.compile("[^!\\s\\p{Cntrl}]{1,64}");
  private static final Pattern DAY = Pattern.compile("(2\\d{3})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final int MOST_TEXT = 200;

  private final Edition edition;
  private final String list;
  private final LocalDate published;
  private final List<FieldError> errors;
  private final Map<String, Integer> rowOfNumber = new HashMap<>();

  /**
   * @param edition gives how long a certificate is valid
   * @param list the document number
   * @param published the day of publication of the list
   */
  RowReader(Edition edition, String list, LocalDate published, List<FieldError> errors) {
    this.edition = edition;
    this.list = list;
    this.published = published;
    this.errors = errors;
  }

  /** The certificate of a row; empty when the row has a mistake. */
  Optional<Registered> read(Row row) {
    int before = errors.size();
    String number = number(row);
    String enterprise = text(row, Column.ENTERPRISE);
    String code = creditCode(row);
    String product = text(row, Column.PRODUCT);
    String specification = text(row, Column.SPECIFICATION);
    ProductClass productClass = productClass(row);
    LocalDate from = published(row);
    LocalDate to = lastDay(row, from);
    if (errors.size() > before) {
      return Optional.empty();
    }
    Certificate certificate =
        new Certificate(
            number, new CreditCode(code), productClass, product, specification, from, to, null);
    return Optional.of(Registered.imported(certificate, enterprise, list));
  }

  private String number(Row row) {
    String number = plain(text(row, Column.NUMBER));
    if (!number.isEmpty() && !NUMBER.matcher(number).matches()) {
      wrong(
          row,
          Column.NUMBER,
          Text.of("应为 1–64 个字符，不含空格和“!”", "must have 1–64 characters, no blank, no '!'"));
    }
    Integer first = number.isEmpty() ? null : rowOfNumber.putIfAbsent(number, row.number());
    if (first != null) {
      wrong(
          row,
          Column.NUMBER,
          Text.of("与第 " + first + " 行的证书编号相同", "the same number as in row " + first));
    }
    return number;
  }

  private String creditCode(Row row) {
    String code = plain(text(row, Column.CREDIT_CODE));
    if (!code.isEmpty()) {
      CreditCode.findFault(code).ifPresent(fault -> wrong(row, Column.CREDIT_CODE, fault));
    }
    return code;
  }

  private ProductClass productClass(Row row) {
    String label = plain(text(row, Column.PRODUCT_CLASS));
    for (ProductClass productClass : ProductClass.values()) {
      if (productClass.label().equals(label)) {
        return productClass;
      }
    }
    if (!label.isEmpty()) {
      wrong(
          row,
          Column.PRODUCT_CLASS,
          Text.of("应为 一般、飞机、船舶及海工装备、核电装备 之一", "must be one of 一般, 飞机, 船舶及海工装备, 核电装备"));
    }
    return ProductClass.ORDINARY;
  }

  private LocalDate published(Row row) {
    LocalDate day = day(row, Column.PUBLISHED).orElse(published);
    if (day.isAfter(published)) {
      wrong(
          row,
          Column.PUBLISHED,
          Text.of(
              "不得晚于名单的发布日期 " + published,
              "must not be later than the list's publication on " + published));
    }
    return day;
  }

  /** 第十条: a certificate that says less than the rule keeps what it says; more it cannot. */
  private LocalDate lastDay(Row row, LocalDate from) {
    int years = edition.parameters().certificateValidityYears(from).value();
    LocalDate longest = Periods.correspondingDay(from, years);
    LocalDate day = day(row, Column.LAST_DAY).orElse(longest);
    if (day.isBefore(from) || day.isAfter(longest)) {
      wrong(
          row,
          Column.LAST_DAY,
          Text.of(
              "应在 " + from + " 与 " + longest + " 之间（第十条）",
              "must be from " + from + " to " + longest + " (第十条)"));
    }
    return day;
  }

  private Optional<LocalDate> day(Row row, Column column) {
    String text = plain(row.value(column));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = DAY.matcher(text);
    try {
      return Optional.of(
          parts.matches()
              ? LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3))
              : Shanghai.parseDay(text));
    } catch (IllegalArgumentException | DateTimeException _) {
      wrong(
          row,
          column,
          Text.of(
              "没有这一天或格式不对：“" + text + "”，应如 2026-02-24",
              "no such day, or not in this form: \"" + text + "\"; write it like 2026-02-24"));
      return Optional.empty();
    }
  }

  private static int part(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private String text(Row row, Column column) {
    String text = row.value(column);
    if (text.isEmpty()) {
      wrong(row, column, Text.of("缺少此项", "is missing"));
    } else if (text.length() > MOST_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      wrong(
          row,
          column,
          Text.of(
              "应为一行文字，至多 " + MOST_TEXT + " 个字",
              "must be one line of at most " + MOST_TEXT + " characters"));
    }
    return text;
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private void wrong(Row row, Column column, Text what) {
    errors.add(at(row.number(), column, what));
  }

  /** A mistake in a cell. */
  static FieldError at(int row, Column column, Text what) {
    return new FieldError(
        "/csv/" + row + "/" + column.heading(),
        "第 " + row + " 行“" + column.heading() + "”：" + what.zh(),
        "row " + row + ", " + column.heading() + ": " + what.en());
  }
}
