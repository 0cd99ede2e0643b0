package org.firstbatch.local.city;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The sample city as its files in {@code city/} tell it. */
final class City {

  private final Map<String, String> story =
      rows("story.csv").stream().collect(Collectors.toMap(r -> r.get("key"), r -> r.get("value")));
  private final List<Row> enterprises = rows("enterprises.csv");
  private final List<Row> insurers = rows("insurers.csv");
  private final List<Row> applications = rows("applications.csv");
  private final List<Row> policies = rows("policies.csv");

  /** A row, by the names in the file's first line. */
  record Row(Map<String, String> cells) {
    String get(String column) {
      return Objects.requireNonNull(cells.get(column), column);
    }

    /** Whether a column is there and has a value. */
    boolean has(String column) {
      return !cells.getOrDefault(column, "").isEmpty();
    }

    LocalDate day(String column) {
      return LocalDate.parse(get(column).substring(0, 10));
    }

    /** Whether the policy's contract was signed in a month, as 2026-01. */
    boolean signedIn(String month) {
      return get("signed").startsWith(month);
    }
  }

  static List<Row> rows(String file) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .ofNamedCsvRecord(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      return reader.stream().map(row -> new Row(row.getFieldsAsMap())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String file) {
    try (InputStream in = open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    return Objects.requireNonNull(City.class.getResourceAsStream("/city/" + file), file);
  }

  /** A value of the story. */
  String story(String key) {
    return Objects.requireNonNull(story.get(key), key);
  }

  List<Row> enterprises() {
    return enterprises;
  }

  List<Row> insurers() {
    return insurers;
  }

  List<Row> applications() {
    return applications;
  }

  List<Row> policies() {
    return policies;
  }

  /** The policies of a calendar quarter, by the day of signing. */
  List<Row> policiesOf(int year, int quarter) {
    return policies.stream()
        .filter(policy -> policy.day("signed").getYear() == year)
        .filter(policy -> (policy.day("signed").getMonthValue() - 1) / 3 + 1 == quarter)
        .toList();
  }

  /** The person who signs for an enterprise. */
  String personOf(String creditCode) {
    return enterprises.stream()
        .filter(enterprise -> enterprise.get("credit_code").equals(creditCode))
        .map(enterprise -> enterprise.get("person"))
        .findFirst()
        .orElseThrow();
  }

  /** The policy of a number. */
  Row policy(String number) {
    return policies.stream()
        .filter(policy -> policy.get("number").equals(number))
        .findFirst()
        .orElseThrow();
  }

  static String signer(String insurer) {
    return insurer + "-signer";
  }
}
