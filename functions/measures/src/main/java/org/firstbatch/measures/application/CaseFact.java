package org.firstbatch.measures.application;

import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Text;

/** Facts of an application that do not stand in its form. */
enum CaseFact implements FactName {
  SUBMITTED("submitted", "申请提交日", "Submitted"),
  FIRST_SUBMITTED("firstSubmitted", "首次提交日", "First submitted"),
  PUBLISHED("published", "公布日", "Published"),
  YEARS_FULL("registration.yearsFull", "注册年限届满日", "Years of registration full"),
  INDUSTRIES("notice.industries", "重点支持行业", "Supported industries"),
  FURTHER_CONDITIONS("notice.further", "年度通知的其他条件", "Further conditions of the notice"),
  NEGOTIATED_CLASSES("notice.negotiatedClasses", "可协商的类别", "Classes that may be negotiated"),
  THRESHOLD("notice.unitPriceThreshold", "单价下限", "Unit-price threshold"),
  WINDOW_OPENS("notice.window.opens", "受理开始日", "Applications open"),
  WINDOW_CLOSES("notice.window.closes", "受理截止日", "Applications close"),
  REQUIRED("evidence.required", "应附材料", "Required materials"),
  MISSING("evidence.missing", "尚缺材料", "Missing materials"),
  DISTRICTS("districts", "区市县主管部门", "District authorities"),
  SCHEME_FIRST_DAY("scheme.issued", "实施办法印发日", "Scheme issued"),
  SCHEME_LAST_DAY("scheme.lastDay", "实施办法末日", "Scheme's last day");

  private final String path;
  private final Text label;

  CaseFact(String path, String zh, String en) {
    this.path = path;
    this.label = Text.of(zh, en);
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Text label() {
    return label;
  }
}
