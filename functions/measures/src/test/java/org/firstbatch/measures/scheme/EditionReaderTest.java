package org.firstbatch.measures.scheme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.firstbatch.measures.datafile.BrokenFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rate-celing     = 3 percent from 2025-07-01 article 三        | one of: scheme
          rate-ceiling    = 3 days from 2025-07-01 article 三           | the unit percent
          rate-ceiling    = 0 percent from 2025-07-01 article 三        | above 0
          rate-ceiling    = 101 percent from 2025-07-01 article 三      | at most 100
          rate-ceiling    = three percent from 2025-07-01 article 三    | a percentage
          insuring-window = 0 days from 2025-07-01 article 十一         | from 1 to 366
          insuring-window = 367 days from 2025-07-01 article 十一       | from 1 to 366
          insuring-window = 30.5 days from 2025-07-01 article 十一      | a whole number
          insuring-window = 30 years from 2025-07-01 article 十一       | the unit days
          insuring-window = 30 days from 2025-06-31 article 十一        | a date that exists
          insuring-window = 30 days from 2025-06-30 article 十一        | a day from 2025-07-01
          insuring-window = 30 days from 2028-07-01 article 十一        | to 2028-06-30
          insuring-window = 30 days from 2025-07-01 article 11          | an article such as
          insuring-window = 30 days since 2025-07-01 article 十一       | KEY = VALUE UNIT from
          insuring-window = 30 from 2025-07-01 article 十一             | KEY = VALUE UNIT from
          insuring-window                                               | KEY = VALUE UNIT from
          insuring-window = 30 days from 2025-07-01 article 十一 twice  | KEY = VALUE UNIT from
          enterprise-cap  = 500,000 CNY from 2025-07-01 article 七      | such as 500000.00
          enterprise-cap  = 0.00 CNY from 2025-07-01 article 七         | above 0
          enterprise-cap  = 500000.00 USD from 2025-07-01 article 七    | the unit CNY
          discount-base   = revenue from 2025-07-01 article 七          | insured-amount, premium
          discount-base   = premium percent from 2025-07-01 article 七  | KEY = ANSWER from
          edition         = 1                                           | edition 1
          edition one                                                   | a whole number
          edition 0                                                     | from 1 to 999
          scheme Dalian                                                 | small letters
          issued 2025-02-30                                             | a date that exists
          last-day 2025-06-30                                           | on or after 2025-07-01
          last-day 2028-07-02                                           | at latest 2028-07-01
          """)
  void shouldNameFileLineKeyAndWhatWasExpected(String line, String expected) {
    String key = line.split(" ", 2)[0];
    String standing = key.equals("rate-celing") ? "rate-ceiling" : key;
    var broken =
        assertThrows(BrokenFileException.class, () -> SampleEdition.replacing(standing, line));
    assertEquals("edition", broken.file());
    assertEquals(SampleEdition.lineOf(standing), broken.line(), broken.getMessage());
    assertEquals(key, broken.key());
    assertTrue(broken.expected().contains(expected), broken.getMessage());
  }

  @ParameterizedTest
  @MethodSource("keys")
  void shouldRefuseAnEditionWithoutOneOfItsKeys(String key) {
    var broken = assertThrows(BrokenFileException.class, () -> SampleEdition.without(key));
    assertEquals(key, broken.key());
    assertEquals(0, broken.line());
  }

  static Stream<String> keys() {
    return Stream.of(
            Stream.of("scheme", "edition", "issued", "last-day"),
            ParameterKey.ALL.stream().map(ParameterKey::name),
            Question.keys().stream())
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insuring-window = 45 days from 2025-07-01 article 十一",
        "discount-base = premium from 2025-07-01 article 七",
        "scheme dalian",
        "issued 2025-07-01"
      })
  void shouldRefuseASecondValueForOneDay(String line) {
    var broken = assertThrows(BrokenFileException.class, () -> SampleEdition.with(line));
    assertEquals(1 + SampleEdition.TEXT.lines().count(), broken.line());
    assertTrue(broken.found().startsWith("a second"), broken.getMessage());
  }

  @Test
  void shouldRefuseAValueThatBeginsAfterTheDayOfIssue() {
    String later = "insuring-window = 30 days from 2025-07-02 article 十一";
    var broken =
        assertThrows(
            BrokenFileException.class, () -> SampleEdition.replacing("insuring-window", later));
    assertEquals("a value from the day of issue, 2025-07-01", broken.expected());
  }

  @ParameterizedTest
  @CsvSource({
    "insuring-time = contract-signed from 2027-01-02 article 十三",
    "partial-funding = stop from 2026-12-31 article 十三",
    "cap-year = insuring-year from 2026-07-01 article 七",
    "unpaid-at-year-end = carried-first-in-line from 2026-07-01 article 十三",
    "unready = nothing-set-aside from 2026-07-01 article 十三"
  })
  void shouldRefuseAnAllocationOptionThatChangesInsideAFiscalYear(String line) {
    var broken = assertThrows(BrokenFileException.class, () -> SampleEdition.with(line));
    assertTrue(broken.expected().startsWith("1 January"), broken.getMessage());
  }

  @Test
  void shouldReadEveryAnswerOfEveryQuestion() {
    for (Question question : Question.values()) {
      for (Enum<?> answer : question.answers()) {
        assertEquals(answer, question.read(question.write(answer)));
      }
      assertThrows(IllegalArgumentException.class, () -> question.read("perhaps"));
    }
  }
}
