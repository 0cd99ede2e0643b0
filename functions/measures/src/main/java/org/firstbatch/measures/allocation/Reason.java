package org.firstbatch.measures.allocation;

/** Why a claim is not ready when a plan is made (第十三条). Bodies are named, persons never. */
public enum Reason {
  NOT_ACCEPTED_BY_REGULATOR("市监管机构尚未接受"),
  NOT_ACCEPTED_BY_COMMISSION("市经信委尚未接受"),
  NOT_ACCEPTED_BY_FINANCE("市财政局尚未接受"),
  UNCONFIRMED("企业尚未确认"),
  DISPUTED("企业提出异议"),
  UNDETERMINED("日历未定，期限待定"),
  HELD_BY_REGULATOR("市监管机构暂缓"),
  HELD_BY_COMMISSION("市经信委暂缓"),
  HELD_BY_FINANCE("市财政局暂缓"),
  CERTIFICATE_REVOKED("认定证书已撤销");

  private final String chinese;

  Reason(String chinese) {
    this.chinese = chinese;
  }

  /** The reason as the Chinese screens and tables show it. */
  public String chinese() {
    return chinese;
  }
}
