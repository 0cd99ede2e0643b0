package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.PlanLine;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.allocation.Ledger;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.Options.CapYear;
import org.jspecify.annotations.Nullable;

/**
 * How a fiscal year stands. Awards and what is set aside come from the plan chain, filings from
 * their list; policies that are registered and not filed are counted through the insurers' lists,
 * exactly up to {@value #MOST_POLICIES} policies and as "at least" beyond, so that a public route
 * has a bounded cost and never a number that is wrong.
 */
final class Position {

  static final int MOST_POLICIES = 5_000;

  private static final int PAGE = 100;

  private final Records records;
  private final Schemes schemes;

  Position(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /** The public totals. */
  Outcome<Reply> totals(Call call) {
    return Inputs.year(call).map(year -> Reply.ok(totals(call.scheme(), year)));
  }

  private Map<String, Object> totals(String scheme, int year) {
    Chain chain = Chain.of(records, scheme, year);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", year);
    Programme.findBudget(records, scheme, year)
        .ifPresent(
            budget -> {
              view.put("budget", budget.value().total());
              view.put("closed", budget.value().isClosed());
            });
    view.put("awarded", chain.awarded());
    view.put("setAside", setAside(chain));
    view.put("filed", filed(scheme, year));
    view.put("registeredUnfiled", unfiled(scheme, year));
    return view;
  }

  /** Of the last signed plan: the public does not see drafts. */
  private static Money setAside(Chain chain) {
    return chain.lastSigned().map(Plan::setAside).orElse(Money.ZERO);
  }

  private Map<String, Object> filed(String scheme, int year) {
    List<RecordKey> keys = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, Filings.yearPartition(scheme, year)),
        row -> keys.add(Filings.key(scheme, Filings.ROW.read(row).value().filing())));
    List<Filing> filed =
        records.findAll(keys).values().stream()
            .map(record -> Filings.FILING.read(record).value())
            .filter(filing -> filing.state() == Filings.State.FILED)
            .toList();
    return Map.of("filings", filed.size(), "claims", filed.stream().mapToInt(Filing::claims).sum());
  }

  private Map<String, Object> unfiled(String scheme, int year) {
    Count count = new Count();
    List<String> insurers = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.PROGRAMME, Programme.insurerKey(scheme, "-").partition()),
        record -> insurers.add(record.key().sort()));
    for (String insurer : insurers) {
      String partition = RecordKey.join(scheme, "of", insurer);
      count(scheme, RecordQuery.prefixed(Table.POLICIES, partition, year + "-").limit(PAGE), count);
    }
    return Map.of(
        "policies", count.policies, "subsidy", count.subsidy, "complete", !count.isFull());
  }

  /** What was counted so far. */
  private static final class Count {
    private int looked;
    private int policies;
    private Money subsidy = Money.ZERO;

    boolean isFull() {
      return looked >= MOST_POLICIES;
    }

    void add(Registered policy) {
      looked++;
      if (policy.state().isLive() && policy.filing() == null) {
        policies++;
        subsidy = subsidy.plus(policy.subsidy());
      }
    }
  }

  private void count(String scheme, RecordQuery all, Count count) {
    RecordQuery query = all;
    String next = "";
    while (next != null && !count.isFull()) {
      RecordPage page = records.page(query);
      policies(scheme, page.records()).forEach(count::add);
      next = page.next();
      query = query.after(next);
    }
  }

  private List<Registered> policies(String scheme, List<StoredRecord> rows) {
    List<RecordKey> keys =
        rows.stream()
            .map(row -> Policies.key(scheme, Policies.GUARD.read(row).value().policy()))
            .toList();
    return records.findAll(keys).values().stream()
        .map(record -> Policies.POLICY.read(record).value())
        .toList();
  }

  /** What the cap leaves to an enterprise, and the places of its claims in the last plan. */
  Outcome<Reply> own(Call call) {
    return Inputs.year(call).map(year -> Reply.ok(own(call, year)));
  }

  private Map<String, Object> own(Call call, int year) {
    String scheme = call.scheme();
    Chain chain = Chain.of(records, scheme, year);
    Plan last = lastVisible(chain);
    Edition edition = edition(scheme, year);
    FiscalYear fiscal = new FiscalYear(year);
    CapYear capYear = edition.options(fiscal).capYear();
    Ledger ledger = new Ledger(capYear);
    List<Map<String, Object>> claims = new ArrayList<>();
    for (Registered policy : ownPolicies(scheme, call.organisation())) {
      List<PlanLine> lines = lines(scheme, policy.id(), year);
      lines.stream()
          .filter(line -> isSigned(chain, line))
          .forEach(line -> add(ledger, call, policy, line));
      lines.stream()
          .filter(line -> last != null && isOf(line, last))
          .forEach(line -> claims.add(claim(policy, line)));
      if (capYear != CapYear.BUDGET_YEAR) {
        addOtherYears(ledger, call, year, policy);
      }
    }
    long capLeft = ledger.left(call.organisation(), year, Snapshot.cap(edition, fiscal).fen());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("year", year);
    view.put("awarded", Money.ofFen(ledger.total()));
    view.put("capLeft", Money.ofFen(capLeft));
    if (last != null) {
      view.put("plan", Map.of("place", last.place(), "state", chain.state(last).name()));
    }
    view.put("claims", claims);
    return view;
  }

  private static @Nullable Plan lastVisible(Chain chain) {
    Stored<Plan> open = chain.open();
    return open != null ? open.value() : chain.lastSigned().orElse(null);
  }

  private List<Registered> ownPolicies(String scheme, String enterprise) {
    List<Registered> policies = new ArrayList<>();
    RecordPage page;
    RecordQuery query =
        RecordQuery.all(Table.POLICIES, RecordKey.join(scheme, "of", enterprise)).limit(PAGE);
    do {
      page = records.page(query);
      policies.addAll(policies(scheme, page.records()));
      query = query.after(page.next());
    } while (page.next() != null);
    return policies;
  }

  private List<PlanLine> lines(String scheme, String claim, int year) {
    List<PlanLine> lines = new ArrayList<>();
    RecordKey any = Plans.lineKey(scheme, claim, year, 1, "-");
    records.forEach(
        RecordQuery.prefixed(Table.PLAN_LINES, any.partition(), year + "!"),
        record -> lines.add(Plans.LINE.read(record).value()));
    return lines;
  }

  private static boolean isSigned(Chain chain, PlanLine line) {
    Optional<Stored<Plan>> plan = chain.find(line.place());
    return plan.filter(each -> each.value().state().isSigned() && isOf(line, each.value()))
        .isPresent();
  }

  private static boolean isOf(PlanLine line, Plan plan) {
    return line.place() == plan.place() && line.run().equals(plan.run());
  }

  private static Map<String, Object> claim(Registered policy, PlanLine line) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("claim", policy.id());
    view.put("insurer", policy.policy().insurer());
    view.put("number", policy.policy().number());
    view.put("order", line.order());
    view.put("outstanding", line.outstanding());
    view.put("award", line.award());
    view.put("outcome", line.outcome());
    view.put("reasons", line.reasons());
    return view;
  }

  private void add(Ledger ledger, Call call, Registered policy, PlanLine line) {
    int insuringYear = insuringYear(call.scheme(), policy, line);
    ledger.add(call.organisation(), insuringYear, line.award().fen());
  }

  /** Question 6: what plans of other fiscal years awarded counts in the year of insuring. */
  private void addOtherYears(Ledger ledger, Call call, int year, Registered policy) {
    Plans.listSignedLines(records, call.scheme(), policy.id()).stream()
        .filter(line -> line.year() != year)
        .forEach(
            line ->
                ledger.addOfOtherYear(
                    call.organisation(),
                    insuringYear(call.scheme(), policy, line),
                    line.award().fen()));
  }

  private int insuringYear(String scheme, Registered policy, PlanLine line) {
    Edition edition = edition(scheme, line.year());
    return Shanghai.dayOf(ClaimUpdate.insuringTime(policy.policy(), edition, line.year()))
        .getYear();
  }

  private Edition edition(String scheme, int year) {
    return Snapshot.editionOf(schemes, scheme, new FiscalYear(year));
  }
}
