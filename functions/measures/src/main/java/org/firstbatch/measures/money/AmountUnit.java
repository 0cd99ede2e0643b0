package org.firstbatch.measures.money;

/** The unit in which a column of a sheet gives its amounts. */
public enum AmountUnit {
  YUAN("元", 2),
  WAN_YUAN("万元", 6);

  private final String label;
  private final int decimals;

  AmountUnit(String label, int decimals) {
    this.label = label;
    this.decimals = decimals;
  }

  public String label() {
    return label;
  }

  /** Decimals of one unit down to the fen. */
  int decimals() {
    return decimals;
  }
}
