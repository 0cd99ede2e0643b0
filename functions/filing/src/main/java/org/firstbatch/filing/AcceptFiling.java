package org.firstbatch.filing;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/**
 * A body accepts a filing as it saw it (第十三条): every claim in it that is not corrected afterwards.
 */
final class AcceptFiling {

  private final Records records;
  private final Windows windows;

  AcceptFiling(Records records, Windows windows) {
    this.records = records;
    this.windows = windows;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    Optional<Stored<Filing>> filing =
        records
            .find(Filings.key(call.scheme(), call.path("filing")))
            .map(Filings.FILING::read)
            .filter(found -> found.value().state() == Filings.State.FILED);
    return filing.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : call.standsOutside(filing.get().value().insurer())
            .then(_ -> outsideEnterprises(call, filing.get().value()))
            .then(_ -> call.matching(filing.get()))
            .map(stored -> accept(call, unit, stored));
  }

  /** Who stands close to an enterprise accepts the other claims singly. */
  private Outcome<Call> outsideEnterprises(Call call, Filing filing) {
    if (call.tiesElsewhere().isEmpty()) {
      return Outcome.done(call);
    }
    List<String> enterprises =
        filing.policies().stream()
            .flatMap(policy -> FiledClaim.find(records, call.scheme(), policy).stream())
            .map(claim -> claim.row().enterprise())
            .toList();
    return call.standsOutside(enterprises);
  }

  private Reply accept(Call call, Unit unit, Stored<Filing> filing) {
    Filing old = filing.value();
    Role body = call.as().role();
    long sequence = old.sequence() + 1;
    Map<Role, Long> accepted = new EnumMap<>(Role.class);
    accepted.putAll(old.accepted());
    accepted.put(body, sequence);
    Filing now =
        new Filing(
            old.id(),
            old.insurer(),
            old.quarter(),
            old.receivedAt(),
            old.state(),
            old.policies(),
            old.findings(),
            accepted,
            sequence,
            old.claims());
    Receipt receipt = Receipts.accepted(call, now, windows.of(call, now.quarterValue()));
    Happening happening =
        Happening.of(
                "filing.accepted",
                "filing",
                old.id(),
                List.of(old.insurer()),
                Map.of("body", body, "sequence", sequence))
            .with("receipt", receipt);
    Stored<Filing> stored = unit.change(Filings.FILING, filing, now, happening);
    raise(call.scheme(), unit, old.quarterValue().year());
    return Reply.ok(FilingViews.view(now, receipt)).tagged(stored);
  }

  /** Claims that a closed year left unpaid wait in the queue of the next. */
  private void raise(String scheme, Unit unit, int year) {
    unit.raise(Claims.inputRevision(scheme, year));
    Programme.findBudget(records, scheme, year)
        .ifPresent(
            budget -> {
              unit.rely(budget);
              if (budget.value().isClosed()) {
                raise(scheme, unit, year + 1);
              }
            });
  }
}
