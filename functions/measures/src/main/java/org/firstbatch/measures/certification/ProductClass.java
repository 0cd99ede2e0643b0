package org.firstbatch.measures.certification;

import java.util.Arrays;
import java.util.Optional;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.Names;

/**
 * 第四条: whether a product's terms follow the rate ceiling or are negotiated. Fixed in the
 * certificate.
 */
public enum ProductClass {
  GENERAL("一般", "general"),
  AIRCRAFT("飞机", "aircraft"),
  SHIPS_AND_OFFSHORE("船舶及海工装备", "ships and offshore equipment"),
  NUCLEAR("核电装备", "nuclear equipment");

  private final String zh;
  private final String en;

  ProductClass(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  public Text label() {
    return Text.of(zh, en);
  }

  /** Whether the terms of this class are negotiated, without a rate ceiling. */
  public boolean negotiated() {
    return this != GENERAL;
  }

  /** The class a sheet names in Chinese; empty when it names none of the four. */
  public static Optional<ProductClass> find(String chinese) {
    return Arrays.stream(values()).filter(each -> Names.same(each.zh, chinese)).findFirst();
  }

  @Override
  public String toString() {
    return zh;
  }
}
