package org.firstbatch.measures.policy;

import static org.firstbatch.measures.policy.PolicyFact.CERTIFICATE_TO;
import static org.firstbatch.measures.policy.PolicyFact.CONTRACT_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.DELIVERED;
import static org.firstbatch.measures.policy.PolicyFact.LAST_DAY;
import static org.firstbatch.measures.policy.PolicyFact.PROPOSAL_RECEIVED;
import static org.firstbatch.measures.policy.PolicyFact.SCHEME_LAST_DAY;
import static org.firstbatch.measures.policy.PolicyFact.SUPPLY_SIGNED;
import static org.firstbatch.measures.policy.PolicyFact.WINDOW_START;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.firstbatch.measures.calendar.LastDay;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Options.InsuredEarly;
import org.firstbatch.measures.scheme.Options.WindowAct;

/**
 * 第十一条: the enterprise insures and signs within 30 days after the supply contract is signed and the
 * product delivered; the last day is found by {@link Deadline}.
 */
public final class InsuringWindow {
  private static final String ARTICLE = "第十一条";

  private final Policy policy;
  private final Law law;
  private final Deadline deadline;

  InsuringWindow(PolicyFacts facts, Law law, RestDays restDays) {
    this.policy = facts.policy();
    this.law = law;
    this.deadline =
        Deadline.of(
            policy.supplyContract().signed(),
            policy.batch().lastDelivered(),
            facts.onRecord().certificate(),
            law,
            restDays);
  }

  List<Finding> findings() {
    return List.of(notLate(), notEarly());
  }

  /** The acts of question 2 are done by the last day. */
  public Finding notLate() {
    Grounds grounds = windowGrounds();
    return switch (deadline.check(latestAct())) {
      case IN_TIME ->
          grounds.met(
              Text.of(
                  "不晚于最后一日 " + deadline.certainlyInTimeThrough(),
                  "Not later than the last day, " + deadline.certainlyInTimeThrough()));
      case UNDETERMINED -> grounds.undetermined(open(deadline.window()));
      case LATE -> late(grounds);
    };
  }

  /** Neither act comes before contract and delivery were both done (question 12). */
  public Finding notEarly() {
    LocalDate start = deadline.start();
    Grounds grounds = grounds("11.not-early").parameter(law.insuredEarly().parameter());
    List<Act> early = acts().stream().filter(act -> act.day().isBefore(start)).toList();
    if (early.isEmpty() || law.insuredEarly().value() == InsuredEarly.ALLOWED) {
      return grounds.met(
          Text.of("投保与签订不早于起算日 " + start, "Not insured before the clock starts, " + start));
    }
    return grounds.notMet(
        Text.of(
            "供货合同签订并交付（%s）之前已投保或签订".formatted(start),
            "Insured before contract and delivery were both done on " + start),
        changed(early, start));
  }

  private Finding late(Grounds grounds) {
    LocalDate last = deadline.certainlyInTimeThrough();
    List<Act> late = countedActs().stream().filter(act -> act.day().isAfter(last)).toList();
    return grounds.notMet(
        Text.of(
            "最后一日为 %s，已逾期".formatted(deadline.latest()),
            "Too late: the last day was " + deadline.latest()),
        changed(late, last));
  }

  private static Text open(LastDay window) {
    return Text.of("暂不能确定：" + window.zh(), "Undetermined: " + window.en());
  }

  private static Change changed(List<Act> acts, LocalDate passing) {
    String zh = acts.stream().map(act -> act.zh(passing)).collect(Collectors.joining("；"));
    String en = acts.stream().map(act -> act.en(passing)).collect(Collectors.joining("; "));
    return new Change(
        acts.stream().map(act -> Step.of(act.name(), act.day(), passing)).toList(),
        Text.of(zh, en));
  }

  private LocalDate latestAct() {
    return countedActs().stream().map(Act::day).reduce(policy.signedDay(), InsuringWindow::later);
  }

  private List<Act> countedActs() {
    return law.windowAct().value() == WindowAct.CONTRACT_ONLY ? List.of(signing()) : acts();
  }

  private List<Act> acts() {
    return List.of(new Act(PROPOSAL_RECEIVED, policy.proposalReceived().day()), signing());
  }

  private Act signing() {
    return new Act(CONTRACT_SIGNED, policy.signedDay());
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private Grounds windowGrounds() {
    Grounds grounds =
        grounds("11.window").fact(LAST_DAY, deadline.window().certainlyInTimeThrough());
    LocalDate certificateLastDay = deadline.certificateLastDay();
    if (certificateLastDay != null) {
      grounds.fact(CERTIFICATE_TO, certificateLastDay);
    }
    return grounds
        .fact(SCHEME_LAST_DAY, deadline.schemeLastDay())
        .parameter(deadline.windowDays())
        .parameter(law.windowAct().parameter());
  }

  private Grounds grounds(String rule) {
    return Grounds.of(rule, ARTICLE)
        .fact(SUPPLY_SIGNED, policy.supplyContract().signed())
        .fact(DELIVERED, policy.batch().lastDelivered())
        .fact(WINDOW_START, deadline.start())
        .fact(PROPOSAL_RECEIVED, policy.proposalReceived())
        .fact(CONTRACT_SIGNED, policy.contractSigned());
  }

  private record Act(PolicyFact name, LocalDate day) {
    String zh(LocalDate passing) {
      return name.label().zh() + Days.zh(day, passing);
    }

    String en(LocalDate passing) {
      return name.label().en() + " " + Days.en(day, passing);
    }
  }
}
