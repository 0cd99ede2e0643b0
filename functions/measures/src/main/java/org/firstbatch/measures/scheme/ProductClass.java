package org.firstbatch.measures.scheme;

import java.util.Arrays;

/** What kind of product a certificate is for (第四条), by the words of the quarterly sheet. */
public enum ProductClass {
  ORDINARY("一般"),
  AIRCRAFT("飞机"),
  SHIP_OR_OFFSHORE("船舶及海工装备"),
  NUCLEAR("核电装备");

  private final String label;

  ProductClass(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether insurer and enterprise negotiate the terms, so that no rate ceiling applies. */
  public boolean isNegotiated() {
    return this != ORDINARY;
  }

  /**
   * Reads the sheet's word.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static ProductClass ofLabel(String label) {
    return Arrays.stream(values())
        .filter(value -> value.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "险种类别应为 一般、飞机、船舶及海工装备、核电装备 之一 / no such class: " + label));
  }
}
