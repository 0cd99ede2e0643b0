package org.firstbatch.measures.scheme;

import java.util.Arrays;

/** The columns of the quarterly sheet that stay optional until the yearly notice requires them. */
public enum OptionalColumn {
  BUSINESS_TYPE("业务类型"),
  QUANTITY("数量"),
  SERIAL_NUMBERS("出厂编号"),
  PREMIUM_PAID("企业实缴保险费"),
  INVOICE_NUMBER("发票号码");

  private final String label;

  OptionalColumn(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * Reads the column's word, without its unit or choices.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static OptionalColumn ofLabel(String label) {
    return Arrays.stream(values())
        .filter(value -> value.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("没有这一列 / no such column: " + label));
  }
}
