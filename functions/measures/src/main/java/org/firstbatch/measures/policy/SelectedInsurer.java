package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.BARRED;
import static org.firstbatch.measures.policy.PolicyFact.CONTRACT_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.INSURER;
import static org.firstbatch.measures.policy.PolicyFact.SELECTED;
import static org.firstbatch.measures.policy.PolicyFact.SUSPENDED;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.policy.InsurerRecord.Bar;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.policy.InsurerRecord.Suspension;

/**
 * 第十二条: the regulator has selected the insurer on the signing day and has not suspended it; nor is
 * it barred after fraud (第十五条（二）).
 */
public final class SelectedInsurer {
  private final PolicyFacts facts;
  private final LocalDate signed;

  SelectedInsurer(PolicyFacts facts) {
    this.facts = facts;
    this.signed = facts.policy().signedDay();
  }

  List<Finding> findings() {
    InsurerRecord insurer = facts.onRecord().insurer();
    return insurer == null
        ? List.of(unknown())
        : List.of(selected(insurer), notSuspended(insurer), notBarred(insurer));
  }

  private Finding unknown() {
    return grounds("12.selected", "第十二条")
        .notMet(
            Text.of("该机构不在选定名单中", "The insurer is not on the regulator's list"),
            Change.of(Text.of("由选定的保险机构承保", "Insure with an insurer on the list")));
  }

  /** The insurer is selected on the signing day. */
  public Finding selected(InsurerRecord insurer) {
    Grounds grounds = grounds("12.selected", "第十二条");
    insurer.selected().forEach(span -> grounds.fact(SELECTED, span));
    if (insurer.selectedOn(signed)) {
      return grounds.met(Text.of("签订日为选定机构", "Selected on the signing day"));
    }
    return grounds.notMet(
        Text.of("签订日 %s 不是选定机构".formatted(signed), "Not selected on the signing day " + signed),
        nearestSelected(insurer)
            .map(this::signOn)
            .orElseGet(
                () -> Change.of(Text.of("由选定的保险机构承保", "Insure with an insurer on the list"))));
  }

  /** No suspension is in force on the signing day. */
  public Finding notSuspended(InsurerRecord insurer) {
    Grounds grounds = grounds("12.suspended", "第十二条");
    Optional<Suspension> suspension = insurer.findSuspension(signed);
    if (suspension.isEmpty()) {
      return grounds.met(Text.of("签订日未被暂停", "Not suspended on the signing day"));
    }
    Span span = suspension.get().span();
    Text ground = suspension.get().ground();
    return grounds
        .fact(SUSPENDED, span)
        .notMet(
            Text.of("签订日机构被暂停：" + ground.zh(), "Suspended on the signing day: " + ground.en()),
            signOn(lastDayBefore(span, insurer)));
  }

  /** The insurer has not lost the right to file by the signing day. */
  public Finding notBarred(InsurerRecord insurer) {
    Grounds grounds = grounds("15.bar", "第十五条");
    Optional<Bar> bar = insurer.findBar(signed);
    if (bar.isEmpty()) {
      return grounds.met(Text.of("签订日未被取消资格", "Not barred on the signing day"));
    }
    Text reason = bar.get().reason();
    return grounds
        .fact(BARRED, bar.get().from())
        .notMet(
            Text.of("机构已被取消申报资格：" + reason.zh(), "Barred from filing: " + reason.en()),
            signOn(bar.get().from().minusDays(1)));
  }

  private static LocalDate lastDayBefore(Span suspended, InsurerRecord insurer) {
    LocalDate before = suspended.from().minusDays(1);
    return insurer
        .findSuspension(before)
        .map(earlier -> lastDayBefore(earlier.span(), insurer))
        .orElse(before);
  }

  private Optional<LocalDate> nearestSelected(InsurerRecord insurer) {
    return insurer.selected().stream()
        .map(span -> span.nearest(signed))
        .min(Comparator.comparingLong(day -> Math.abs(day.toEpochDay() - signed.toEpochDay())));
  }

  private Change signOn(LocalDate nearest) {
    return Change.of(Days.signedOn(signed, nearest), Step.of(CONTRACT_SIGNED, signed, nearest));
  }

  private Grounds grounds(String rule, String article) {
    return Grounds.of(rule, article)
        .fact(INSURER, facts.policy().insurer())
        .fact(CONTRACT_SIGNED, signed);
  }
}
