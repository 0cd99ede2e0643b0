package org.firstbatch.measures.application;

import static org.firstbatch.measures.application.ApplicationFact.PRODUCT_CLASS;
import static org.firstbatch.measures.application.ApplicationFact.UNIT_PRICE;
import static org.firstbatch.measures.application.CaseFact.NEGOTIATED_CLASSES;
import static org.firstbatch.measures.application.CaseFact.THRESHOLD;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.ProductClass;
import org.firstbatch.measures.scheme.YearlyNotice;

/**
 * 第四条: aircraft, ships and offshore equipment and nuclear equipment of a huge unit price negotiate
 * their terms. Class and price are judged when the certificate that fixes the class is issued.
 */
public final class NegotiatedClass {
  private static final String ARTICLE = "第四条";

  private final ApplicationFacts facts;
  private final YearlyNotice notice;
  private final Statements statements;

  NegotiatedClass(ApplicationFacts facts, YearlyNotice notice) {
    this.facts = facts;
    this.notice = notice;
    this.statements = new Statements(facts);
  }

  List<Finding> findings() {
    return List.of(classOfNotice(), unitPrice());
  }

  /** The notice lets the class be negotiated; the ordinary class needs no leave. */
  public Finding classOfNotice() {
    Grounds grounds =
        statements
            .grounds("4.notice-class", ARTICLE, PRODUCT_CLASS)
            .fact(NEGOTIATED_CLASSES, negotiated());
    return productClass()
        .map(kind -> classOfNotice(grounds, kind))
        .orElseGet(() -> grounds.undetermined(Statements.missing(PRODUCT_CLASS)));
  }

  private Finding classOfNotice(Grounds grounds, ProductClass kind) {
    if (!kind.isNegotiated() || notice.negotiatedClasses().contains(kind)) {
      return grounds.met(Text.of("类别“%s”可用".formatted(kind.label()), "The class may be used"));
    }
    return grounds.notMet(
        Text.of(
            "年度通知未将“%s”列为可协商类别".formatted(kind.label()),
            "The notice does not let class %s be negotiated".formatted(kind.label())),
        ordinary(kind));
  }

  /** A negotiated class has at least the notice's unit price. */
  public Finding unitPrice() {
    Grounds grounds =
        statements
            .grounds("4.unit-price", ARTICLE, PRODUCT_CLASS, UNIT_PRICE)
            .fact(THRESHOLD, threshold().map(Money::toString).orElse("—"));
    Optional<ProductClass> kind = productClass();
    if (kind.isEmpty()) {
      return grounds.undetermined(Statements.missing(PRODUCT_CLASS));
    }
    if (!kind.get().isNegotiated()) {
      return grounds.met(Text.of("一般类别不限单价", "An ordinary product may have any unit price"));
    }
    return threshold()
        .map(least -> atLeast(grounds, kind.get(), least))
        .orElseGet(() -> grounds.met(Text.of("年度通知未定单价下限", "The notice sets no threshold")));
  }

  private Finding atLeast(Grounds grounds, ProductClass kind, Money least) {
    Optional<Money> price = facts.amount(UNIT_PRICE);
    if (price.isEmpty()) {
      return grounds.undetermined(Statements.missing(UNIT_PRICE));
    }
    return least.isAtMost(price.get())
        ? grounds.met(Text.of("单价达到下限", "The unit price reaches the threshold"))
        : tooCheap(grounds, kind, price.get(), least);
  }

  private static Finding tooCheap(Grounds grounds, ProductClass kind, Money price, Money least) {
    return grounds.notMet(
        Text.of(
            "单价 %s 元低于“%s”的下限 %s 元".formatted(price.grouped(), kind.label(), least.grouped()),
            "A unit price of CNY %s is below the threshold of CNY %s"
                .formatted(price.grouped(), least.grouped())),
        Change.of(
            Text.of(
                "单价达到 %s 元方可，否则按“一般”类别认定".formatted(least.grouped()),
                "CNY %s or more would pass; otherwise the class is ordinary"
                    .formatted(least.grouped())),
            Step.of(UNIT_PRICE, price, least)));
  }

  private static Change ordinary(ProductClass kind) {
    return Change.of(
        Text.of("按“一般”类别认定", "Certify it as ordinary (一般)"),
        Step.of(PRODUCT_CLASS, kind.label(), ProductClass.ORDINARY.label()));
  }

  private Optional<Money> threshold() {
    return notice.application().findUnitPriceThreshold();
  }

  private Optional<ProductClass> productClass() {
    return facts
        .text(PRODUCT_CLASS)
        .filter(label -> PRODUCT_CLASS.findFault(label).isEmpty())
        .map(ProductClass::ofLabel);
  }

  private String negotiated() {
    return notice.negotiatedClasses().stream()
        .map(ProductClass::label)
        .collect(Collectors.joining("、"));
  }
}
