package org.firstbatch.measures.policy;

import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Text;

/** The facts of a policy, named as the quarterly sheet names its columns where it has one. */
public enum PolicyFact implements FactName {
  INSURER("insurer", "保险机构", "Insurer"),
  NUMBER("number", "保单号", "Policy number"),
  CREDIT_CODE("insured.creditCode", "统一社会信用代码", "Enterprise's credit code"),
  PRODUCT("product.name", "产品名称", "Product"),
  SPECIFICATION("product.specification", "规格型号", "Specification"),
  CERTIFICATE("certificateNumber", "认定证书编号", "Certificate number"),
  USER("user", "用户", "User"),
  SUPPLY_CONTRACT("supplyContract.number", "供货合同编号", "Supply contract number"),
  SUPPLY_SIGNED("supplyContract.signed", "供货合同签订日期", "Supply contract signed"),
  SUPPLY_AMOUNT("supplyContract.amount", "供货合同金额", "Supply contract amount"),
  BATCH("batch.number", "生产批次", "Production batch"),
  DELIVERED("batch.lastDelivered", "交付日期", "Last item delivered"),
  PROPOSAL_RECEIVED("proposalReceived", "投保时间", "Proposal received"),
  CONTRACT_SIGNED("contractSigned", "保险合同签订时间", "Insurance contract signed"),
  INCEPTION("cover.inception", "保险起期", "Inception"),
  END("cover.end", "保险止期", "End"),
  DAYS("cover.days", "保险期间天数", "Days of the term"),
  SUBSIDISED_DAYS("cover.subsidisedDays", "补贴期天数", "Days of the subsidised term"),
  CLAUSE("clauseNumber", "条款备案编号", "Filed clause"),
  INSURED_AMOUNT("sums.insuredAmount", "投保额", "Insured amount"),
  PREMIUM("sums.premium", "保险费", "Premium"),
  OTHER_SUBSIDY("sums.otherSubsidy", "其他财政补贴", "Other public subsidy"),
  PAID_BY_ENTERPRISE("sums.paidByEnterprise", "企业实缴保险费", "Premium paid by the enterprise"),
  SUBSIDY("subsidy", "补贴金额", "Subsidy"),
  PRODUCT_CLASS("productClass", "险种类别", "Class"),

  CERTIFICATE_ENTERPRISE("certificate.enterprise", "证书企业信用代码", "Certificate's enterprise"),
  CERTIFICATE_PRODUCT("certificate.product", "证书产品名称", "Certificate's product"),
  CERTIFICATE_SPECIFICATION("certificate.specification", "证书规格型号", "Certificate's specification"),
  CERTIFICATE_CLASS("certificate.productClass", "证书类别", "Certificate's class"),
  CERTIFICATE_FROM("certificate.published", "证书发布日", "Certificate published"),
  CERTIFICATE_TO("certificate.lastDay", "证书有效期末日", "Certificate's last day"),
  REVOKED("certificate.revocation", "证书撤销", "Certificate's revocation"),
  CLAUSE_INSURER("clause.insurer", "条款适用机构", "Clause's insurer"),
  CLAUSE_SPAN("clause.span", "条款使用期间", "Clause in use"),
  COVERS_QUALITY("clause.coversQuality", "承保质量风险", "Covers quality risk"),
  COVERS_LIABILITY("clause.coversLiability", "承保责任风险", "Covers liability risk"),
  SELECTED("insurerRecord.selected", "选定期间", "Selected"),
  SUSPENDED("insurerRecord.suspension", "暂停", "Suspended"),
  BARRED("insurerRecord.bar", "取消申报资格", "Barred"),
  FIRST_BATCH_HELD_BY("firstBatchHeldBy", "已占用首批次的保单", "Policy that holds the first batch"),
  WINDOW_START("window.start", "起算日", "Clock starts"),
  LAST_DAY("window.lastDay", "期限末日", "Last day of the window"),
  SCHEME_FIRST_DAY("scheme.issued", "实施办法印发日", "Scheme issued"),
  SCHEME_LAST_DAY("scheme.lastDay", "实施办法末日", "Scheme's last day");

  private final String path;
  private final String zh;
  private final String en;

  PolicyFact(String path, String zh, String en) {
    this.path = path;
    this.zh = zh;
    this.en = en;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Text label() {
    return Text.of(zh, en);
  }
}
