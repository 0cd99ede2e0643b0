package org.firstbatch.measures.options;

import static org.firstbatch.measures.options.OptionPage.cell;
import static org.firstbatch.measures.options.PolicyCases.grouped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.allocation.Allocation;
import org.firstbatch.measures.allocation.Awarded;
import org.firstbatch.measures.allocation.Claim;
import org.firstbatch.measures.allocation.Line;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.allocation.Terms;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Acceptance;
import org.firstbatch.measures.filing.ApplicationFormFacts;
import org.firstbatch.measures.filing.Body;
import org.firstbatch.measures.filing.ClaimStanding;
import org.firstbatch.measures.filing.Hold;
import org.firstbatch.measures.filing.Readiness;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Sample;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options;

/** The worked cases of a plan: what each of the page's claims is awarded under an edition. */
final class PlanCases {
  private static final String CARRIED = "left unpaid by the year before";
  private static final String HELD = "held by finance";
  private static final String NO_FORM = "no application form";

  private final Given given;
  private final Options options;
  private final Terms terms;

  private PlanCases(Given given, Edition edition) {
    this.given = given;
    int year = Integer.parseInt(given.text("budget year"));
    this.options = edition.options(new FiscalYear(year));
    Money cap = edition.parameters().enterpriseCap(LocalDate.of(year, 1, 1)).value();
    this.terms = Terms.of(given.money("budget").fen(), cap.fen(), options);
  }

  /** The award of every claim, and what they leave of the budget. */
  static Map<String, String> awards(Given given, Edition edition) {
    return new PlanCases(given, edition).awards();
  }

  private Map<String, String> awards() {
    Map<String, String> row = new LinkedHashMap<>();
    List<Claim> claims = new ArrayList<>();
    for (Map<String, String> each : given.claims()) {
      row.put(cell(each, "Claim"), "0.00");
      if (!isLapsed(each)) {
        claims.add(claim(each));
      }
    }
    long left = terms.budget();
    for (Line line : Allocation.allocate(terms, awardedBefore(), claims)) {
      row.put(line.claim().policy(), grouped(Money.ofFen(line.award())));
      left -= line.award();
    }
    row.put("left of the budget", grouped(Money.ofFen(left)));
    return row;
  }

  private boolean isLapsed(Map<String, String> claim) {
    return cell(claim, "Standing").equals(CARRIED)
        && options.unpaidAtYearEnd() == Options.UnpaidAtYearEnd.LAPSES;
  }

  private Claim claim(Map<String, String> row) {
    long insured = LocalSecond.endOf(insuringDay(row));
    return new Claim(
        cell(row, "Enterprise"),
        "企业" + cell(row, "Enterprise"),
        "picc-dl",
        cell(row, "Claim"),
        insured,
        insured,
        given.text("budget year") + "Q1",
        Given.amount(cell(row, "Outstanding")).fen(),
        Readiness.reasons(standing(cell(row, "Standing")), options.applicationForm()),
        cell(row, "Standing").equals(CARRIED));
  }

  private LocalDate insuringDay(Map<String, String> row) {
    Moment proposal = Moment.parse(cell(row, "Proposal received"));
    return Sample.with(
            sample -> {
              sample.proposal = proposal;
              sample.signed = moment(row, "Contract signed", proposal);
              sample.inception = moment(row, "Covered from", proposal);
            })
        .policy()
        .insuringMoment(options.insuringTime())
        .day();
  }

  private static Moment moment(Map<String, String> row, String column, Moment otherwise) {
    String day = row.get(column);
    return day == null ? otherwise : Moment.parse(day);
  }

  private static ClaimStanding standing(String words) {
    if (!List.of("ready", HELD, NO_FORM, CARRIED).contains(words)) {
      throw new IllegalArgumentException("no such standing: " + words);
    }
    return new ClaimStanding(
        1,
        false,
        Arrays.stream(Body.values()).map(body -> new Acceptance(body, 1)).toList(),
        words.equals(HELD)
            ? List.of(new Hold(Body.FINANCE, Text.of("核查", "under review"), false))
            : List.of(),
        List.of(),
        new ApplicationFormFacts(1, words.equals(NO_FORM) ? null : 1, false, false),
        false,
        false);
  }

  /** Awards for policies insured in earlier years count only where question 6 looks at them. */
  private List<Awarded> awardedBefore() {
    return options.capYear() == Options.CapYear.BUDGET_YEAR
        ? List.of()
        : given.awardedBefore().stream().map(PlanCases::awarded).toList();
  }

  private static Awarded awarded(Map<String, String> row) {
    return new Awarded(
        cell(row, "Awarded before to"),
        Integer.parseInt(cell(row, "Insured in")),
        Given.amount(cell(row, "Amount")).fen());
  }
}
