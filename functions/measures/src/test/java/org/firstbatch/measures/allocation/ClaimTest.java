package org.firstbatch.measures.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

  private static Claim claim(String policy, String quarter, long insured, long outstanding) {
    return new Claim(
        "E1", "企业", "PICC", policy, insured, 0, quarter, outstanding, Reasons.NONE, false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026Q5", "2026Q0", "26Q1", "2026q1", "２０２６Q1", "2026Q12"})
  void shouldRefuseAQuarterThatIsNone(String quarter) {
    assertThrows(IllegalArgumentException.class, () -> claim("P", quarter, 0, 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 1_000_000_000_000_001L})
  void shouldRefuseAnAmountThatCannotBeOutstanding(long fen) {
    assertThrows(IllegalArgumentException.class, () -> claim("P", "2026Q1", 0, fen));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\uD800", "\uDC00b", "\uD800\uD800"})
  void shouldRefuseTextWithoutAFormInUtf8(String policy) {
    assertThrows(IllegalArgumentException.class, () -> claim(policy, "2026Q1", 0, 1));
  }

  @Test
  void shouldRefuseAnInstantOfAnotherCentury() {
    assertThrows(IllegalArgumentException.class, () -> claim("P", "2026Q1", -1, 1));
    assertThrows(IllegalArgumentException.class, () -> claim("P", "2026Q1", LocalSecond.LIMIT, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> LocalSecond.of(LocalDateTime.of(1999, 12, 31, 23, 59, 59)));
  }

  @Test
  void shouldCutInstantsToTheSecond() {
    LocalDateTime instant = LocalDateTime.of(2026, 1, 31, 23, 59, 59, 999_999_999);

    assertEquals("2026-01-31T23:59:59", LocalSecond.text(LocalSecond.of(instant)));
    assertEquals(LocalSecond.of(instant), LocalSecond.endOf(LocalDate.of(2026, 1, 31)));
    assertEquals("2026-02-01T00:00:00", LocalSecond.text(LocalSecond.of(instant) + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-29T00:00:00",
        "2026-01-31T24:00:00",
        "2026-01-31T10:00",
        "2026-01-31T10:00:00.0",
        "2026-01-31 10:00:00",
        "2026-01-31T10:00:00Z",
        "1999-12-31T23:59:59",
        "+2026-01-31T10:00:00",
        "2026-01-31T10:00:+0",
        "2026-01-31T1\u0660:00:00",
        "2026:01:31T10-00-00",
        "2026-1-031T10:00:00",
        ""
      })
  void shouldRefuseATimeThatIsWrittenOtherwise(String text) {
    assertThrows(IllegalArgumentException.class, () -> LocalSecond.parse(text));
  }

  @Test
  void shouldListReasonsOnceAndInOrder() {
    Reasons reasons = Reasons.of(Reason.DISPUTED, Reason.NOT_ACCEPTED_BY_FINANCE, Reason.DISPUTED);

    assertEquals(List.of(Reason.NOT_ACCEPTED_BY_FINANCE, Reason.DISPUTED), reasons.list());
  }
}
