package org.firstbatch.filing;

import static org.firstbatch.measures.policy.InsurerRecord.Bar.REMEDIES;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.policy.InsurerRecord;

/**
 * An insurer files a quarter's policies (第十三条). The filing is received here and checked by {@link
 * CheckAndFile}; what arrives after the window is receipted and offered for the next quarter.
 */
final class FileQuarter {

  private static final int MOST_POLICIES = 5_000;
  private static final Pattern QUARTER = Pattern.compile("2[0-9]{3}Q[1-4]");

  private final Records records;
  private final Windows windows;

  FileQuarter(Records records, Windows windows) {
    this.records = records;
    this.windows = windows;
  }

  /** What was handed in. */
  record Input(String quarter, List<String> policies) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(FileQuarter::read)
        .then(input -> outsideEnterprises(call, input))
        .then(input -> receive(call, unit, input));
  }

  /** Who stands close to an enterprise files none of its policies. */
  private Outcome<Input> outsideEnterprises(Call call, Input input) {
    if (call.tiesElsewhere().isEmpty()) {
      return Outcome.done(input);
    }
    List<RecordKey> keys =
        input.policies().stream().map(id -> Policies.key(call.scheme(), id)).toList();
    Set<String> enterprises =
        records.findAll(keys).values().stream()
            .map(record -> Policies.POLICY.read(record).value().policy())
            .map(policy -> policy.insured().creditCode().value())
            .collect(Collectors.toCollection(TreeSet::new));
    return call.standsOutside(enterprises).map(_ -> input);
  }

  private static Outcome<Input> read(Fields fields) {
    String quarter =
        fields.matching("quarter", QUARTER, "应如 2026Q1", "must be written like 2026Q1");
    List<String> policies = fields.texts("policies", 1, MOST_POLICIES, 64);
    Set<String> seen = new HashSet<>();
    for (int row = 0; row < policies.size(); row++) {
      if (!seen.add(policies.get(row))) {
        fields.mistake("policies/" + row, "同一保单重复列出", "this policy is listed twice");
      }
    }
    return fields.result(new Input(quarter, policies));
  }

  private Outcome<Reply> receive(Call call, Unit unit, Input input) {
    Optional<Stored<InsurerRecord>> insurer =
        records
            .find(Programme.insurerKey(call.scheme(), call.organisation()))
            .map(Programme.INSURER::read);
    if (insurer.isEmpty()) {
      return Outcome.refused(notRegistered());
    }
    Optional<InsurerRecord.Bar> bar = insurer.get().value().findBar(Shanghai.dayOf(call.at()));
    if (bar.isPresent()) {
      return refuse(call, unit, input, barred(bar.get()));
    }
    Quarter quarter = Quarter.parse(input.quarter());
    var budget = Programme.findBudget(records, call.scheme(), quarter.year());
    if (budget.filter(it -> it.value().isClosed()).isPresent()) {
      return Outcome.refused(closed(quarter));
    }
    FilingWindow window = windows.of(call, quarter);
    if (window.isOpenAt(call.at())) {
      budget.ifPresent(unit::rely);
      unit.rely(insurer.get());
      return Outcome.done(received(call, unit, input, window));
    }
    return window.hasClosedAt(call.at())
        ? late(call, unit, input, window)
        : Outcome.refused(tooSoon(window));
  }

  private static Problem closed(Quarter quarter) {
    return Problem.conflict(
            quarter.year() + " 年度已关闭，不再接受该年度的申报。",
            "The year " + quarter.year() + " is closed; it takes no more filings.")
        .under("第十三条");
  }

  private static Reply received(Call call, Unit unit, Input input, FilingWindow window) {
    Filing filing =
        new Filing(
            id(call),
            call.organisation(),
            input.quarter(),
            call.at(),
            Filings.State.RECEIVED,
            input.policies(),
            Map.of(),
            Map.of(),
            0,
            0);
    String scheme = call.scheme();
    Quarter quarter = filing.quarterValue();
    Receipt receipt = Receipts.received(call, filing, input, window);
    Happening happening = happening(filing).with("receipt", receipt);
    Stored<Filing> stored =
        unit.create(Filings.FILING, Filings.key(scheme, filing.id()), filing, happening);
    Filings.Row row = new Filings.Row(filing.id());
    unit.create(Filings.ROW, Filings.yearRow(scheme, quarter, filing.insurer(), filing.id()), row);
    unit.create(
        Filings.ROW, Filings.insurerRow(scheme, quarter, filing.insurer(), filing.id()), row);
    return Reply.accepted(
            "/v1/schemes/" + scheme + "/filings/" + filing.id(), FilingViews.view(filing, receipt))
        .tagged(stored);
  }

  private static String id(Call call) {
    String all =
        RecordKey.join(call.scheme(), call.organisation(), call.actor().person(), call.seed());
    return "f" + Hashes.hex(all).substring(0, 20);
  }

  private static Happening happening(Filing filing) {
    return Happening.of(
        "filing.received",
        "filing",
        filing.id(),
        List.of(filing.insurer()),
        Map.of(
            "quarter", filing.quarter(),
            "policies", filing.policies().size(),
            "sha256", Hashes.hex(String.join("\n", filing.policies()))));
  }

  private static Outcome<Reply> refuse(Call call, Unit unit, Input input, Problem problem) {
    unit.note(refusal(call, input, problem));
    return Outcome.refusedAndJournalled(problem);
  }

  /** What arrives too late is receipted and offered for the next quarter. */
  private Outcome<Reply> late(Call call, Unit unit, Input input, FilingWindow window) {
    FilingWindow next = windows.of(call, window.quarter().next());
    Receipt receipt = Receipts.late(call, input, next);
    Problem problem = late(call, window, next);
    unit.note(refusal(call, input, problem).with("receipt", receipt));
    return Outcome.refusedAndJournalled(problem.with("receipt", receipt));
  }

  private static Happening refusal(Call call, Input input, Problem problem) {
    return Happening.of(
        "filing.refused",
        "filing-refusal",
        call.actor().request(),
        List.of(call.organisation()),
        Map.of(
            "quarter", input.quarter(),
            "policies", input.policies().size(),
            "reason", problem.detail()));
  }

  private static Problem notRegistered() {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "您的机构不在监管机构的名录中，请先由监管机构选定。",
            "Your organisation is not in the regulator's register; the regulator selects it first.")
        .under("第十二条");
  }

  private static Problem barred(InsurerRecord.Bar bar) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "自 %s 起已被取消申报资格（%s）。%s".formatted(bar.from(), bar.reason().zh(), REMEDIES.zh()),
            "Barred from filing since %s (%s). %s"
                .formatted(bar.from(), bar.reason().en(), REMEDIES.en()))
        .under("第十五条（二）");
  }

  private static Problem tooSoon(FilingWindow window) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "%s 的申报期自 %s 起，尚未开始。".formatted(window.quarter(), window.opens()),
            "The window of %s opens on %s.".formatted(window.quarter(), window.opens()))
        .under("第十三条")
        .with("window", days(window));
  }

  private static Problem late(Call call, FilingWindow window, FilingWindow next) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "%s 的申报期已于 %s 结束；已登记收到，可转入 %s 申报。"
                .formatted(window.quarter(), window.lastDay(), next.quarter()),
            "The window of %s closed on %s; the receipt is on record, and it is offered for %s."
                .formatted(window.quarter(), window.lastDay(), next.quarter()))
        .under("第十三条")
        .with("receivedAt", Shanghai.format(call.at()))
        .with("window", days(window))
        .with("offered", days(next));
  }

  private static Map<String, Object> days(FilingWindow window) {
    return Map.of(
        "quarter", window.quarter().toString(),
        "opens", window.opens(),
        "closes", window.lastDay());
  }
}
