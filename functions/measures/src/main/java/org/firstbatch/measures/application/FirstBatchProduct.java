package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.BREAKTHROUGH;
import static org.firstbatch.measures.application.ApplicationFact.INTELLECTUAL_PROPERTY;
import static org.firstbatch.measures.application.ApplicationFact.KIND;
import static org.firstbatch.measures.application.ApplicationFact.MARKET_RECORD;
import static org.firstbatch.measures.application.ApplicationFact.PRODUCT;
import static org.firstbatch.measures.application.ApplicationFact.PRODUCT_CLASS;
import static org.firstbatch.measures.application.ApplicationFact.SPECIFICATION;

import java.util.List;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Condition;

/**
 * 第二条: the product is equipment, a system or a core component, breaks through in variety,
 * specification or technical parameters, has intellectual property and no market record yet.
 */
public final class FirstBatchProduct {
  private final ApplicationFacts facts;
  private final Statements statements;

  FirstBatchProduct(ApplicationFacts facts) {
    this.facts = facts;
    this.statements = new Statements(facts);
  }

  List<Finding> findings() {
    return List.of(kind(), breakthrough(), intellectualProperty(), noMarketRecord());
  }

  /** The product is named and is of one of the three kinds. */
  public Finding kind() {
    Grounds grounds =
        statements.grounds(
            "2.kind", Condition.FIRST_BATCH, PRODUCT, SPECIFICATION, PRODUCT_CLASS, KIND);
    String kind = facts.text(KIND).orElse("");
    if (!kind.isEmpty() && !ApplicationFact.KINDS.contains(kind)) {
      return grounds.notMet(
          Text.of("“%s”不是装备、系统或核心部件".formatted(kind), "'%s' is none of the three".formatted(kind)),
          Change.of(
              Text.of("应为装备、系统或核心部件", "Equipment (装备), a system (系统) or a core component (核心部件)")));
    }
    ApplicationFact[] blank = statements.blank(PRODUCT, SPECIFICATION, PRODUCT_CLASS, KIND);
    return blank.length == 0
        ? grounds.met(Text.of("属于" + kind, "The product is of a kind that is supported"))
        : grounds.undetermined(Statements.missing(blank));
  }

  /** The form states what is new. */
  public Finding breakthrough() {
    return statements.statedFinding("2.breakthrough", BREAKTHROUGH);
  }

  /** The form states the intellectual property. */
  public Finding intellectualProperty() {
    return statements.statedFinding("2.intellectual-property", INTELLECTUAL_PROPERTY);
  }

  /** The product has not been sold yet. */
  public Finding noMarketRecord() {
    return statements.flagFinding(
        "2.no-market-record",
        MARKET_RECORD,
        false,
        Text.of("尚未取得市场业绩", "The product has no market record yet"),
        Text.of("已取得市场业绩", "The product has a market record already"));
  }
}
