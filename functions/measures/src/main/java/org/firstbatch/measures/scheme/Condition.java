package org.firstbatch.measures.scheme;

import java.util.List;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;

/**
 * What an application must show, each with its own evidence and its own finding: the product of
 * 第二条, the size standard and the six conditions of 第八条, in the order of the articles.
 */
public enum Condition {
  /** A first-batch product: breakthrough, intellectual property, no market record yet. */
  FIRST_BATCH("第二条", "首批次新产品", "First-batch product"),
  /** A small or medium industrial manufacturer by the national size standard. */
  SIZE("第八条", "中小工业企业", "Small or medium manufacturer"),
  /** An independent legal person, registered in the city long enough, in a supported industry. */
  REGISTRATION("第八条（一）", "注册年限与行业", "Registration and industry"),
  INDUSTRIAL_POLICY("第八条（二）", "产业政策", "Industrial policy"),
  /** National standards, special-industry rules, quality appraisal or product certification. */
  STANDARDS("第八条（三）", "标准与质量", "Standards and quality"),
  /** A patent certificate, or a test report of a qualified body. */
  PATENT_OR_REPORT("第八条（四）", "专利或检测报告", "Patent or test report"),
  ENVIRONMENT("第八条（五）", "节能环保", "Energy and environment"),
  /** What the yearly notice asks for beside these. */
  FURTHER("第八条（六）", "其他条件", "Further conditions");

  private final String article;
  private final Text label;

  Condition(String article, String zh, String en) {
    this.article = article;
    this.label = Text.of(zh, en);
  }

  public String article() {
    return article;
  }

  /** The findings of a decision that are about this condition. */
  public List<Finding> in(Decision decision) {
    return decision.findings().stream()
        .filter(finding -> finding.article().equals(article))
        .toList();
  }

  /** What officials call it. */
  public Text label() {
    return label;
  }
}
