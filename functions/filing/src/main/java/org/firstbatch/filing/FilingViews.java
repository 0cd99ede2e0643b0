package org.firstbatch.filing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;

/** Filings for their insurer, the three bodies and auditors. */
final class FilingViews {

  private final Records records;
  private final ClaimViews claims;

  FilingViews(Records records, ClaimViews claims) {
    this.records = records;
    this.claims = claims;
  }

  /** Filings of a fiscal year, this one unless the query names another; an insurer sees its own. */
  Outcome<Reply> list(Call call) {
    String year = call.query("year").orElse(String.valueOf(Shanghai.dayOf(call.at()).getYear()));
    if (!year.matches("2[0-9]{3}")) {
      return Outcome.refused(Problem.invalid("?year", "应如 2026", "must be a year like 2026"));
    }
    return Paging.of(call).map(paging -> list(call, Integer.parseInt(year), paging));
  }

  private Reply list(Call call, int year, Paging paging) {
    RecordQuery query =
        call.as().role() == Role.INSURER
            ? RecordQuery.prefixed(
                Table.FILINGS,
                RecordKey.join(call.scheme(), "insurer", call.organisation()),
                String.valueOf(year))
            : RecordQuery.all(Table.FILINGS, Filings.yearPartition(call.scheme(), year));
    RecordPage page = records.page(query.after(paging.after()).limit(paging.limit()));
    List<RecordKey> keys =
        page.records().stream()
            .map(row -> Filings.key(call.scheme(), Filings.ROW.read(row).value().filing()))
            .toList();
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    List<Map<String, Object>> items =
        keys.stream()
            .map(found::get)
            .filter(Objects::nonNull)
            .map(record -> view(Filings.FILING.read(record).value()))
            .toList();
    return Reply.ok(Paging.body(items, page.next()));
  }

  Outcome<Reply> show(Call call) {
    return visible(call)
        .map(
            filing -> {
              Map<String, Object> view = view(filing.value());
              view.put("findings", filing.value().findings());
              return Reply.ok(view).tagged(filing);
            });
  }

  /** Why rows were not filed, by row. */
  Outcome<Reply> findings(Call call) {
    return visible(call)
        .then(filing -> Paging.of(call).map(paging -> findings(call, filing.value(), paging)));
  }

  private Reply findings(Call call, Filing filing, Paging paging) {
    RecordQuery query =
        RecordQuery.prefixed(
            Table.FILINGS, RowFinding.partition(call.scheme(), filing.id()), RowFinding.PREFIX);
    RecordPage page = records.page(query.after(paging.after()).limit(paging.limit()));
    List<RowFinding> items =
        page.records().stream().map(record -> RowFinding.KIND.read(record).value()).toList();
    return Reply.ok(Paging.body(items, page.next()));
  }

  /** The claims of a filing in the order of its rows; none before it is FILED. */
  Outcome<Reply> claims(Call call) {
    return visible(call)
        .then(filing -> Paging.of(call).then(paging -> claims(call, filing.value(), paging)));
  }

  private Outcome<Reply> claims(Call call, Filing filing, Paging paging) {
    String after = paging.after() == null ? "0" : paging.after();
    if (!after.matches("[0-9]{1,4}")) {
      return Outcome.refused(
          Problem.invalid("?cursor", "请原样使用上一页给出的 next", "use next of the page before as it is"));
    }
    List<Map<String, Object>> items = new ArrayList<>();
    List<String> policies = filing.policies();
    int row = Integer.parseInt(after);
    while (row < policies.size() && items.size() < paging.limit()) {
      FiledClaim.find(records, call.scheme(), policies.get(row))
          .filter(claim -> claim.row().filing().equals(filing.id()))
          .ifPresent(claim -> items.add(claims.view(call, claim)));
      row++;
    }
    return Outcome.done(
        Reply.ok(Paging.body(items, row < policies.size() ? String.valueOf(row) : null)));
  }

  private Outcome<Stored<Filing>> visible(Call call) {
    Optional<Stored<Filing>> filing =
        records
            .find(Filings.key(call.scheme(), call.path("filing")))
            .map(Filings.FILING::read)
            .filter(
                found ->
                    call.as().role() != Role.INSURER
                        || found.value().insurer().equals(call.organisation()));
    return filing.map(Outcome::done).orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  /** A filing as the answer to an act on it shows it. */
  static Map<String, Object> view(Filing filing, Receipt receipt) {
    Map<String, Object> view = view(filing);
    view.put("receipt", receipt);
    return view;
  }

  static Map<String, Object> view(Filing filing) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("filing", filing.id());
    view.put("insurer", filing.insurer());
    view.put("quarter", filing.quarter());
    view.put("receivedAt", filing.receivedAt());
    view.put("state", filing.state());
    view.put("policies", filing.policies().size());
    view.put("claims", filing.claims());
    view.put("acceptedBy", filing.accepted().keySet().stream().sorted().toList());
    return view;
  }
}
