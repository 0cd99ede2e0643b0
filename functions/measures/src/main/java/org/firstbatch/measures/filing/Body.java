package org.firstbatch.measures.filing;

import org.firstbatch.measures.explain.Text;

/** 第十三条: the three bodies that review claims together. */
public enum Body {
  COMMISSION("市经信委", "the Commission"),
  FINANCE("市财政局", "the Finance bureau"),
  REGULATOR("监管机构", "the Regulator");

  private final String zh;
  private final String en;

  Body(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Text label() {
    return Text.of(zh, en);
  }
}
