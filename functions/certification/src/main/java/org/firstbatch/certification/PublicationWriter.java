package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationChange;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.file.Certificates.Row;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.certification.Publication.State;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.Edition;

/**
 * Writes a list that nobody sees yet and brings its certificates to what they are to be, portion by
 * portion. What is there already is left alone, so that a killed publication goes on where it
 * stopped; what another signer or another day left is brought up to date. Each portion relies on
 * the publication's record: once somebody else has taken it over or withdraws it, nothing more is
 * written.
 */
final class PublicationWriter {

  /** At most twelve records a certificate, in a transaction of at most a hundred. */
  private static final int PORTION = 8;

  private final Records records;
  private final Actor actor;
  private final Edition edition;
  private final String documentNumber;
  private final LocalDate today;
  private final Numbers numbers;

  PublicationWriter(Records records, Actor actor, Edition edition, String documentNumber) {
    this.records = records;
    this.actor = actor;
    this.edition = edition;
    this.documentNumber = documentNumber;
    this.today = Shanghai.dayOf(actor.at());
    String prefix = edition.parameters().certificatePrefix(today).value();
    this.numbers = new Numbers(records, actor.scheme(), prefix);
  }

  /** The list and its publication, all certificates written. */
  record Written(Stored<PublishedList> list, Stored<Publication> publication) {}

  /** A certificate as it is to be, and what it comes from. */
  private record Wanted(Candidate candidate, Registered registered) {}

  Outcome<Written> write(
      List<Candidate> candidates, String digest, Optional<Stored<Publication>> earlier) {
    Written begun = begin(candidates, digest, earlier);
    List<Wanted> all = wanted(candidates, begun.publication().value());
    for (List<Wanted> portion : Portions.of(all, PORTION)) {
      Optional<Problem> refusal = write(begun.publication(), portion);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
    }
    return Outcome.done(begun);
  }

  private Written begin(
      List<Candidate> candidates, String digest, Optional<Stored<Publication>> earlier) {
    Optional<Stored<PublishedList>> list = findList();
    return earlier.isPresent() && earlier.get().value().state() == State.WRITING
        ? new Written(list.orElseThrow(), takeOver(earlier.get()))
        : begin(first(candidates, digest), list, earlier);
  }

  private Written begin(
      Publication publication,
      Optional<Stored<PublishedList>> list,
      Optional<Stored<Publication>> earlier) {
    Unit unit = new Unit(actor);
    long first = numbers.reserve(unit, publication.year(), publication.count());
    PublishedList hidden =
        new PublishedList(documentNumber, publication.count(), publication.digest(), null);
    RecordKey listKey = Certificates.listKey(actor.scheme(), documentNumber);
    RecordKey key = Publication.key(actor.scheme(), documentNumber);
    Written begun =
        new Written(
            write(unit, Certificates.LIST, listKey, list, hidden),
            write(unit, Publication.KIND, key, earlier, publication.numberedFrom(first)));
    Portions.commit(records, unit, documentNumber);
    return begun;
  }

  private static <T> Stored<T> write(
      Unit unit, Kind<T> kind, RecordKey key, Optional<Stored<T>> old, T next) {
    return old.map(stored -> unit.change(kind, stored, next))
        .orElseGet(() -> unit.create(kind, key, next));
  }

  private Optional<Stored<PublishedList>> findList() {
    return records
        .find(Certificates.listKey(actor.scheme(), documentNumber))
        .map(Certificates.LIST::read);
  }

  private Publication first(List<Candidate> candidates, String digest) {
    return new Publication(
        documentNumber,
        digest,
        candidates.size(),
        State.WRITING,
        today,
        actor.person(),
        today.getYear(),
        0,
        (int) candidates.stream().filter(Candidate::departs).count(),
        null);
  }

  /** Whoever finishes it publishes it, on the day on which it is finished. */
  private Stored<Publication> takeOver(Stored<Publication> earlier) {
    Publication next = earlier.value().takenOver(today, actor.person());
    if (next.equals(earlier.value())) {
      return earlier;
    }
    Unit unit = new Unit(actor);
    Stored<Publication> taken = unit.change(Publication.KIND, earlier, next);
    Portions.commit(records, unit, documentNumber);
    return taken;
  }

  private List<Wanted> wanted(List<Candidate> candidates, Publication publication) {
    List<Wanted> all = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String number = numbers.number(publication.year(), publication.first() + candidate.place());
      all.add(
          new Wanted(
              candidate, candidate.certified(number, documentNumber, publication.day(), edition)));
    }
    return all;
  }

  /** Writes what a portion lacks; a refusal where another list has one of its numbers. */
  private Optional<Problem> write(Stored<Publication> publication, List<Wanted> portion) {
    Map<RecordKey, StoredRecord> present =
        records.findAll(portion.stream().map(this::key).toList());
    Unit unit = new Unit(actor);
    for (Wanted wanted : portion) {
      StoredRecord record = present.get(key(wanted));
      Stored<Registered> old = record == null ? null : Certificates.CERTIFICATE.read(record);
      if (old != null && !old.value().list().equals(documentNumber)) {
        return Optional.of(taken(old.value()));
      }
      certificate(unit, wanted, Optional.ofNullable(old));
      application(unit, wanted.candidate());
    }
    if (!unit.isEmpty()) {
      unit.rely(publication);
      Portions.commit(records, unit, documentNumber);
    }
    return Optional.empty();
  }

  private void certificate(Unit unit, Wanted wanted, Optional<Stored<Registered>> old) {
    Registered registered = wanted.registered();
    if (old.isEmpty()) {
      unit.create(Certificates.CERTIFICATE, key(wanted), registered);
      Row row = Row.of(registered);
      Rows.keys(actor.scheme(), registered).forEach(key -> unit.create(Certificates.ROW, key, row));
      departure(unit, wanted);
    } else if (!old.get().value().equals(registered)) {
      unit.change(Certificates.CERTIFICATE, old.get(), registered);
    }
  }

  private void departure(Unit unit, Wanted wanted) {
    String ground = wanted.candidate().ground();
    if (ground != null) {
      String number = wanted.registered().certificate().number();
      unit.create(
          Departure.KIND,
          Departure.key(actor.scheme(), documentNumber, number),
          new Departure(number, wanted.candidate().application().id(), ground));
    }
  }

  private void application(Unit unit, Candidate candidate) {
    if (!candidate.isListed(documentNumber, actor.person())) {
      Application old = candidate.application();
      Application listed =
          ApplicationChange.of(old).took(Stage.PUBLISH, actor.person()).list(documentNumber).made();
      unit.change(Applications.APPLICATION, candidate.stored(), listed);
      ApplicationRows.change(records, unit, actor.scheme(), old, listed);
    }
  }

  private static Problem taken(Registered other) {
    String number = other.certificate().number();
    return Problem.conflict(
        "编号 %s 已被名单 %s 占用；请先撤回本名单，再重新公布，将另取编号。".formatted(number, other.list()),
        "The number %s is in the list %s; withdraw this list and publish it anew, it then gets other numbers."
            .formatted(number, other.list()));
  }

  private RecordKey key(Wanted wanted) {
    return Certificates.key(actor.scheme(), wanted.registered().certificate().number());
  }
}
