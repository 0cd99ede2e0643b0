package org.firstbatch.certification;

import java.util.Arrays;
import java.util.List;

/** The columns of a published list. */
enum Column {
  NUMBER(true, "认定证书编号"),
  ENTERPRISE(true, "投保企业", "企业名称"),
  CREDIT_CODE(true, "统一社会信用代码"),
  PRODUCT(true, "产品名称"),
  SPECIFICATION(true, "规格型号"),
  PRODUCT_CLASS(true, "产品类别"),
  PUBLISHED(false, "发布日期"),
  LAST_DAY(false, "有效期至"),
  /** A heading that is none of these. */
  UNKNOWN(false, "");

  private final boolean required;
  private final List<String> headings;

  Column(boolean required, String... headings) {
    this.required = required;
    this.headings = List.of(headings);
  }

  boolean isRequired() {
    return required;
  }

  String heading() {
    return headings.getFirst();
  }

  static Column find(String heading) {
    return Arrays.stream(values())
        .filter(column -> column.headings.contains(heading))
        .findFirst()
        .orElse(UNKNOWN);
  }

  static String headings() {
    return String.join(
        "、",
        Arrays.stream(values())
            .filter(column -> column != UNKNOWN)
            .map(column -> String.join(" / ", column.headings))
            .toList());
  }
}
