package org.firstbatch.documents.pdf;

import java.awt.Color;

/**
 * How text looks.
 *
 * @param size in points
 * @param bold drawn with an outline of its own colour
 */
record Ink(float size, Color color, boolean bold) {

  static final Color BLACK = new Color(0x1A, 0x1F, 0x26);
  static final Color GREY = new Color(0x55, 0x5F, 0x6B);
  static final Color BLUE = new Color(0x1B, 0x3A, 0x5C);
  static final Color RULE = new Color(0xC4, 0xCB, 0xD3);

  static final Ink TEXT = new Ink(10.5f, BLACK, false);
  static final Ink STRONG = new Ink(10.5f, BLACK, true);
  static final Ink SMALL = new Ink(8, GREY, false);
  static final Ink TITLE = new Ink(24, BLUE, true);
  static final Ink SUBTITLE = new Ink(11, GREY, false);
  static final Ink HEADING = new Ink(13, BLUE, true);

  Ink of(float newSize) {
    return new Ink(newSize, color, bold);
  }

  float lineHeight() {
    return size * 1.5f;
  }
}
