package org.firstbatch.measures.filing;

import org.firstbatch.measures.explain.FactName;
import org.firstbatch.measures.explain.Text;

/** The facts of a row of a filing, and of what the bodies do with it. */
public enum FilingFact implements FactName {
  QUARTER("quarter", "申报季度", "Quarter filed for"),
  QUARTER_OF_SIGNING("quarterOfSigning", "签订所在季度", "Quarter of signing"),
  LATE_GROUND("lateGround", "逾期申报理由", "Ground for filing late"),
  ARRIVED("arrived", "到达时间", "Arrived"),
  WINDOW_OPENS("window.opens", "申报期首日", "Filing window opens"),
  WINDOW_CLOSES("window.closes", "申报期末日", "Filing window closes"),
  POLICY_VERDICT("policyVerdict", "保单审查结果", "Decision on the policy"),
  CONTRACT_COPY("contractCopy", "合同副本", "Contract copy"),
  POLICY_VERSION("form.policyVersion", "申报的保单版本", "Version filed"),
  CONFIRMED_VERSION("form.confirmedVersion", "企业确认的版本", "Version confirmed"),
  STAMPED_COPY("form.stampedCopy", "盖章申请表", "Stamped form"),
  DISPUTED("form.disputed", "企业异议", "Disputed"),
  IN_SIGNED_PLAN("inSignedPlan", "已列入签署计划", "In a signed plan"),
  STATED_RATE("stated.ratePercent", "费率（%）", "Rate stated (%)"),
  STATED_SUBSIDY("stated.subsidy", "申请补贴（元）", "Subsidy stated"),
  MISSING("missing", "缺少的栏目", "Columns missing"),
  BODY("body", "机构", "Body"),
  HELD_BY("hold.body", "暂缓机构", "Held by"),
  PLAN_STATUS("plan.status", "计划状态", "State of the plan"),
  PLAN_HASH("plan.hash", "计划摘要", "Plan's SHA-256"),
  SIGNED_HASH("signature.hash", "签署的摘要", "SHA-256 signed");

  private final String path;
  private final String zh;
  private final String en;

  FilingFact(String path, String zh, String en) {
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
