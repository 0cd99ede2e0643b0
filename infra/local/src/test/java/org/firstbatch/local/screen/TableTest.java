package org.firstbatch.local.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void shouldCountTwoColumnsForAChineseCharacter() {
    assertEquals(8, Width.of("首批次 a"));
    assertEquals(3, Width.of("✓ –"));
    assertEquals(4, Width.of("（）"));
  }

  @Test
  void shouldFillAndCutToColumnsNotCharacters() {
    assertEquals("辽锐  ", Width.left("辽锐", 6));
    assertEquals("  辽锐", Width.right("辽锐", 6));
    assertEquals("辽… ", Width.left("辽锐精机", 4));
    assertEquals("abc…", Width.left("abcdef", 4));
  }

  @Test
  void shouldStandFiguresRight() {
    Table table = new Table(Table.Column.text("谁", 6), Table.Column.figures("award", 8));

    assertEquals(" 谁        award", table.heading());
    assertEquals(" 辽锐      12.00", table.row("辽锐", "12.00"));
  }
}
