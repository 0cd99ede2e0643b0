package org.firstbatch.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.certification.Publication.State;

/**
 * A signer of the Commission takes back a publication that was never finished: its certificates,
 * which nobody has seen, are removed and its applications are free again. What was published cannot
 * be withdrawn, only corrected and revoked.
 */
final class WithdrawPublication {

  /** At most twelve records a certificate, in a transaction of at most a hundred. */
  private static final int PORTION = 8;

  private final Records records;

  WithdrawPublication(Records records) {
    this.records = records;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(WithdrawPublication::ground)
        .then(ground -> unfinished(call).then(found -> withdraw(call, unit, found, ground)));
  }

  private static Outcome<String> ground(Fields body) {
    return body.result(body.text("ground", 1, 500));
  }

  private Outcome<Stored<Publication>> unfinished(Call call) {
    Optional<Stored<Publication>> found =
        records
            .find(Publication.key(call.scheme(), RowReader.plain(call.path("list"))))
            .map(Publication.KIND::read);
    if (found.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    return switch (found.get().value().state()) {
      case WRITING, WITHDRAWING -> Outcome.done(found.get());
      case PUBLISHED ->
          Outcome.refused(
              Problem.conflict(
                      "名单已公布，不能撤回；证书可更正或撤销。",
                      "The list is published and cannot be withdrawn; certificates can be corrected or revoked.")
                  .under("第十条"));
      case WITHDRAWN ->
          Outcome.refused(Problem.conflict("此名单已撤回。", "This list was withdrawn already."));
    };
  }

  private Outcome<Reply> withdraw(Call call, Unit unit, Stored<Publication> found, String ground) {
    String documentNumber = found.value().documentNumber();
    return apart(call, listWritten(call.scheme(), documentNumber))
        .map(
            _ -> {
              Stored<Publication> withdrawing = close(call, found);
              Portions.of(listWritten(call.scheme(), documentNumber), PORTION)
                  .forEach(portion -> remove(call, withdrawing, portion));
              return finish(call, unit, withdrawing, ground);
            });
  }

  private static Outcome<Call> apart(Call call, List<Registered> written) {
    return call.standsOutside(
        written.stream().map(registered -> registered.certificate().enterprise().value()).toList());
  }

  /** From now on nothing more is written to it. */
  private Stored<Publication> close(Call call, Stored<Publication> found) {
    if (found.value().state() == State.WITHDRAWING) {
      return found;
    }
    Unit unit = new Unit(call.actor());
    Stored<Publication> closed =
        unit.change(Publication.KIND, found, found.value().in(State.WITHDRAWING));
    Portions.commit(records, unit, found.value().documentNumber());
    return closed;
  }

  private List<Registered> listWritten(String scheme, String documentNumber) {
    List<RecordKey> keys = new ArrayList<>();
    records.forEach(
        Certificates.rowsOfList(scheme, documentNumber),
        row -> keys.add(Certificates.key(scheme, Certificates.ROW.read(row).value().number())));
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    return keys.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(record -> Certificates.CERTIFICATE.read(record).value())
        .toList();
  }

  private void remove(Call call, Stored<Publication> withdrawing, List<Registered> portion) {
    List<RecordKey> keys = new ArrayList<>();
    for (Registered registered : portion) {
      String number = registered.certificate().number();
      keys.add(Certificates.key(call.scheme(), number));
      keys.addAll(Rows.keys(call.scheme(), registered));
      keys.add(Departure.key(call.scheme(), registered.list(), number));
    }
    Unit unit = new Unit(call.actor());
    records.findAll(keys).values().forEach(record -> unit.remove(new Stored<>(record, record)));
    free(call, unit, portion);
    unit.rely(withdrawing);
    Portions.commit(records, unit, withdrawing.value().documentNumber());
  }

  private void free(Call call, Unit unit, List<Registered> portion) {
    List<RecordKey> keys =
        portion.stream()
            .map(Registered::application)
            .filter(Objects::nonNull)
            .map(id -> Applications.key(call.scheme(), id))
            .toList();
    for (StoredRecord record : records.findAll(keys).values()) {
      Stored<Application> application = Applications.APPLICATION.read(record);
      Application old = application.value();
      Application freed = ApplicationChange.of(old).list(null).made();
      unit.change(Applications.APPLICATION, application, freed);
      ApplicationRows.change(records, unit, call.scheme(), old, freed);
    }
  }

  private Reply finish(Call call, Unit unit, Stored<Publication> withdrawing, String ground) {
    Publication withdrawn = withdrawing.value().in(State.WITHDRAWN);
    Stored<PublishedList> list =
        records
            .find(Certificates.listKey(call.scheme(), withdrawn.documentNumber()))
            .map(Certificates.LIST::read)
            .orElseThrow();
    unit.change(Publication.KIND, withdrawing, withdrawn);
    Happening happening =
        new Happening(
            "certificates.publication-withdrawn",
            "certificate-list",
            withdrawn.documentNumber(),
            List.of(),
            ground,
            Map.of("count", withdrawn.count(), "digest", withdrawn.digest()));
    unit.change(Certificates.LIST, list, list.value(), happening);
    return Reply.ok(Unfinished.view(withdrawn));
  }
}
