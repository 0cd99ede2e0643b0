package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.ARRIVED;
import static org.firstbatch.measures.filing.FilingFact.LATE_GROUND;
import static org.firstbatch.measures.filing.FilingFact.QUARTER;
import static org.firstbatch.measures.filing.FilingFact.QUARTER_OF_SIGNING;
import static org.firstbatch.measures.filing.FilingFact.WINDOW_CLOSES;
import static org.firstbatch.measures.filing.FilingFact.WINDOW_OPENS;

import java.time.LocalDate;
import java.util.List;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.FilingFacts.LateGround;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.Options.LateFiling;

/**
 * 第十三条: insurers file by the quarter, within its window; a quarter holds policies signed in it or
 * in the one before, later ones never, earlier ones on a ground that the regulator recorded.
 */
public final class TimelyFiling {
  private static final String ARTICLE = "第十三条";

  private final FilingFacts facts;
  private final Law law;

  TimelyFiling(FilingFacts facts, Law law) {
    this.facts = facts;
    this.law = law;
  }

  List<Finding> findings() {
    return List.of(inWindow(), rightQuarter());
  }

  /** The filing arrives while the window of its quarter is open. */
  public Finding inWindow() {
    LocalDate arrived = Shanghai.dayOf(facts.arrived());
    Grounds grounds =
        Grounds.of("13.window", ARTICLE)
            .fact(QUARTER, facts.quarter())
            .fact(ARRIVED, Shanghai.format(facts.arrived()))
            .fact(WINDOW_OPENS, facts.window().opens())
            .fact(WINDOW_CLOSES, facts.window().lastDay());
    if (facts.window().isOpenAt(facts.arrived())) {
      return grounds.met(Text.of("在申报期内到达", "Arrived while the filing window was open"));
    }
    return arrived.isBefore(facts.window().opens())
        ? tooSoon(grounds, arrived)
        : tooLate(grounds, arrived);
  }

  private Finding tooSoon(Grounds grounds, LocalDate arrived) {
    LocalDate opens = facts.window().opens();
    return grounds.notMet(
        Text.of("申报期尚未开始", "The filing window is not open yet"),
        Change.of(
            Text.of("自 %s 起可申报".formatted(opens), "It can be filed from " + opens),
            Step.of(ARRIVED, arrived, opens)));
  }

  private Finding tooLate(Grounds grounds, LocalDate arrived) {
    LocalDate closes = facts.window().lastDay();
    Quarter next = facts.quarter().next();
    return grounds.notMet(
        Text.of("申报期已结束，可转入 " + next, "The filing window has closed; offered for " + next),
        Change.of(
            Text.of(
                "最迟应于 %s 到达".formatted(closes), "Arriving by %s it would pass".formatted(closes)),
            Step.of(ARRIVED, arrived, closes)));
  }

  /** The policy was signed in the quarter or the one before, or late with a ground. */
  public Finding rightQuarter() {
    Quarter filed = facts.quarter();
    Quarter signed = facts.quarterOfSigning();
    if (filed.isBefore(signed)) {
      return signedLater(filed, signed);
    }
    return signed.isBefore(filed.previous())
        ? signedEarlier(filed, signed)
        : quarterGrounds().met(Text.of("签订季度可在本季度申报", "Signed in this quarter or the one before"));
  }

  private Finding signedLater(Quarter filed, Quarter signed) {
    return quarterGrounds()
        .notMet(
            Text.of(
                "%s 签订的保单不得在 %s 申报".formatted(signed, filed),
                "A policy signed in %s cannot be filed for %s".formatted(signed, filed)),
            Change.of(
                Text.of("在 %s 申报".formatted(signed), "File it for " + signed),
                Step.of(QUARTER, filed, signed)));
  }

  private Finding signedEarlier(Quarter filed, Quarter signed) {
    Grounds grounds = quarterGrounds();
    LateGround ground = facts.lateGround();
    if (ground != null) {
      return grounds
          .fact(LATE_GROUND, ground.recorded() + " " + ground.ground().zh())
          .met(Text.of("监管机构已记录逾期理由", "The regulator recorded a ground for filing late"));
    }
    return law.lateFiling().value() == LateFiling.NO_LIMIT
        ? grounds.met(Text.of("逾期申报不受限", "Late filing is not limited"))
        : tooOld(grounds, filed, signed);
  }

  private static Finding tooOld(Grounds grounds, Quarter filed, Quarter signed) {
    Quarter last = signed.next();
    return grounds.notMet(
        Text.of(
            "%s 签订的保单最迟应在 %s 申报".formatted(signed, last),
            "A policy signed in %s is filed for %s at the latest".formatted(signed, last)),
        Change.of(
            Text.of(
                "应在 %s 申报；否则须由监管机构记录理由".formatted(last),
                "Filed for %s it would pass, or with a ground recorded by the regulator"
                    .formatted(last)),
            Step.of(QUARTER, filed, last)));
  }

  private Grounds quarterGrounds() {
    return Grounds.of("13.quarter", ARTICLE)
        .fact(QUARTER, facts.quarter())
        .fact(QUARTER_OF_SIGNING, facts.quarterOfSigning())
        .parameter(law.lateFiling().parameter());
  }
}
