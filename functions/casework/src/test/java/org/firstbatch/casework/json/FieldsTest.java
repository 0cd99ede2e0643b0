package org.firstbatch.casework.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @Test
  void shouldReadWhatIsRight() {
    Outcome<String> read =
        read(
            """
            {"name":"辽锐精机","premium":"117600.00","signed":"2026-02-24","at":"2026-02-24T10:30:05+08:00"}
            """,
            fields ->
                fields.text("name", 1, 20)
                    + fields.money("premium")
                    + fields.day("signed")
                    + fields.moment("at"));

    assertEquals(Outcome.done("辽锐精机117600.002026-02-242026-02-24T02:30:05Z"), read);
  }

  @Test
  void shouldNameEveryMistakeAtOnceWithItsPointer() {
    List<FieldError> errors =
        errors(
            """
            {"premium":"1.005","signed":"2026-02-30","inner":{"count":1.5},"extra":true}
            """,
            fields -> {
              fields.money("premium");
              fields.day("signed");
              fields.object("inner").number("count", 0, 9);
              return fields.text("missing", 1, 9);
            });

    assertEquals(
        List.of("/premium", "/signed", "/inner/count", "/missing", "/extra"),
        errors.stream().map(FieldError::pointer).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+999999999-12-31", "-0001-01-01", "1899-12-31", "3000-01-01", "2026-2-1"})
  void shouldTakeNoDayBeyondAllTime(String day) {
    List<FieldError> errors = errors("{\"until\":\"" + day + "\"}", fields -> fields.day("until"));

    assertEquals("/until", errors.getFirst().pointer());
    assertTrue(errors.getFirst().en().contains("1900 to 2999"), errors.getFirst()::en);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2999-12-31"})
  void shouldTakeTheFirstAndTheLastDay(String day) {
    assertEquals(
        new Outcome.Done<>(LocalDate.parse(day)),
        read("{\"until\":\"" + day + "\"}", fields -> fields.day("until")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\n\"b\":}",
        "{\"a\":1,\n\"b\":tru}",
        "{\"a\":1,\n\"a\":1}",
        "{\"a\":1}\n  {\"b\":2}"
      })
  void shouldSayOnWhichLineAndColumnTextStopsBeingJson(String body) {
    Outcome<Fields> refused = Fields.parse(body);

    Text told = ((Outcome.Refused<Fields>) refused).problem().detail();
    FieldError error = ((Outcome.Refused<Fields>) refused).problem().errors().getFirst();
    assertTrue(error.zh().matches("(?s)不是有效的 JSON，第 2 行第 [1-9][0-9]* 列：.+"), error.zh());
    assertTrue(
        error.en().matches("(?s)Not valid JSON, line 2, column [1-9][0-9]*: .+"), error.en());
    assertEquals("1 field needs correcting.", told.en());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":\"1\",\"a\":\"2\"}'",
    "'[1]'",
    "'{\"a\":'",
    "''",
    "'{\"a\":\"1\"} trailing'",
  })
  void shouldRefuseWhatIsNotOneObject(String body) {
    assertInstanceOf(Outcome.Refused.class, Fields.parse(body));
  }

  @ParameterizedTest
  @CsvSource({
    "1.5",
    "100",
    "true",
    "'\"1e3\"'",
    "'\"-1.00\"'",
    "'\"10000000000000.01\"'",
    "'\"\"'"
  })
  void shouldRefuseAmountsThatAreNotDecimalYuanInAString(String amount) {
    assertEquals(1, errors("{\"a\":" + amount + "}", fields -> fields.money("a")).size());
  }

  @Test
  void shouldTakeTheLargestAmount() {
    assertEquals(
        Outcome.done(Money.MAX),
        read("{\"a\":\"10000000000000.00\"}", fields -> fields.money("a")));
  }

  @Test
  void shouldReadADayWithoutATimeAsTheEndOfThatDay() {
    assertEquals(
        Outcome.done(Instant.parse("2026-02-24T15:59:59Z")),
        read("{\"a\":\"2026-02-24\"}", fields -> fields.moment("a")));
  }

  @Test
  void shouldBringUnicodeFormsTogether() {
    assertEquals(Outcome.done("é"), read("{\"a\":\"e\\u0301\"}", fields -> fields.text("a", 1, 2)));
    assertEquals(
        Outcome.done("AB-12"), read("{\"a\":\"ＡＢ－１２\"}", fields -> fields.identifier("a", 9)));
  }

  @Test
  void shouldRefuseControlAndInvisibleCharacters() {
    assertEquals(1, errors("{\"a\":\"x\\u0000\"}", fields -> fields.text("a", 1, 9)).size());
    assertEquals(1, errors("{\"a\":\"x\\u202e\"}", fields -> fields.text("a", 1, 9)).size());
  }

  @Test
  void shouldFindUnknownFieldsInsideObjectsAndLists() {
    List<FieldError> errors =
        errors(
            "{\"list\":[{\"a\":\"1\",\"b\":\"2\"}]}",
            fields -> fields.objects("list", 1, 9, item -> item.text("a", 1, 9)));

    assertEquals(List.of("/list/0/b"), errors.stream().map(FieldError::pointer).toList());
  }

  @Test
  void shouldTakeAMissingOptionalFieldAsEmpty() {
    assertTrue(
        read("{\"a\":null}", fields -> fields.optional("a", fields::day))
            .equals(Outcome.done(java.util.Optional.<LocalDate>empty())));
  }

  private static <T> Outcome<T> read(String body, Function<Fields, T> read) {
    return Fields.parse(body).then(fields -> fields.result(read.apply(fields)));
  }

  private static <T> List<FieldError> errors(String body, Function<Fields, T> read) {
    Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, read(body, read));
    return refused.problem().errors();
  }
}
