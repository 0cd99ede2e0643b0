package org.firstbatch.certification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.file.Certificates.Row;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.certification.ImportList.Import;
import org.firstbatch.certification.ImportList.Parsed;
import org.firstbatch.measures.explain.Text;

/**
 * Writes a list that nobody sees yet and its certificates, in transactions of a portion each. A
 * portion that is there already is left out, so that a killed import goes on where it stopped; a
 * number of another list is never overwritten.
 */
final class ListWriter {

  /** Four records a certificate, in a transaction of at most a hundred. */
  private static final int PORTION = 24;

  private final Records records;
  private final Actor actor;
  private final Parsed parsed;

  ListWriter(Records records, Actor actor, Parsed parsed) {
    this.records = records;
    this.actor = actor;
    this.parsed = parsed;
  }

  /** The list with all its certificates written; refused where another list has one of them. */
  Outcome<Stored<PublishedList>> write() {
    Map<RecordKey, StoredRecord> present = records.findAll(keys(parsed.certificates()));
    List<FieldError> taken = taken(present);
    if (!taken.isEmpty()) {
      return Outcome.refused(Problem.invalid(taken));
    }
    Stored<PublishedList> list = find().orElseGet(this::begin);
    if (list.value().isPublished()) {
      return Outcome.done(list);
    }
    List<Registered> missing =
        parsed.certificates().stream()
            .filter(registered -> !present.containsKey(key(registered)))
            .toList();
    Portions.of(missing, PORTION).forEach(this::write);
    return Outcome.done(list);
  }

  private Optional<Stored<PublishedList>> find() {
    return records
        .find(Certificates.listKey(actor.scheme(), parsed.what().documentNumber()))
        .map(Certificates.LIST::read);
  }

  private Stored<PublishedList> begin() {
    Import what = parsed.what();
    PublishedList list =
        new PublishedList(what.documentNumber(), parsed.certificates().size(), what.digest(), null);
    Unit unit = new Unit(actor);
    RecordKey key = Certificates.listKey(actor.scheme(), what.documentNumber());
    Stored<PublishedList> stored = unit.create(Certificates.LIST, key, list);
    unit.create(Import.KIND, Import.key(actor.scheme(), what.documentNumber()), what);
    commit(unit);
    return stored;
  }

  private void write(List<Registered> portion) {
    Unit unit = new Unit(actor);
    for (Registered registered : portion) {
      Row row = Row.of(registered);
      unit.create(Certificates.CERTIFICATE, key(registered), registered);
      Rows.keys(actor.scheme(), registered)
          .forEach(rowKey -> unit.create(Certificates.ROW, rowKey, row));
    }
    commit(unit);
  }

  private void commit(Unit unit) {
    Portions.commit(records, unit, parsed.what().documentNumber());
  }

  private List<FieldError> taken(Map<RecordKey, StoredRecord> present) {
    List<FieldError> errors = new ArrayList<>();
    for (StoredRecord record : present.values()) {
      Registered other = Certificates.CERTIFICATE.read(record).value();
      if (!other.list().equals(parsed.what().documentNumber())) {
        int row = parsed.rows().getOrDefault(other.certificate().number(), 0);
        errors.add(RowReader.at(row, Column.NUMBER, elsewhere(other)));
      }
    }
    return errors;
  }

  private static Text elsewhere(Registered other) {
    String number = other.certificate().number();
    return Text.of(
        number + " 已在名单 " + other.list() + " 中", number + " is in the list " + other.list());
  }

  private List<RecordKey> keys(List<Registered> certificates) {
    return certificates.stream().map(this::key).toList();
  }

  private RecordKey key(Registered registered) {
    return Certificates.key(actor.scheme(), registered.certificate().number());
  }
}
