package org.firstbatch.filing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Documents;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Finding;
import org.jspecify.annotations.Nullable;

/** Some rows of a filing, written in one transaction that the filing must still stand behind. */
final class FilingChunk {

  /**
   * So many that even rows that are taken over, seven writes each and one for the filing that had
   * them, fit into one transaction.
   */
  static final int ROWS = 12;

  private final Records records;
  private final Stored<Filing> filing;
  private final FilingLaw law;
  private final List<String> policies;
  private final int firstRow;
  private final String scheme;
  private final Unit unit;
  private final Map<String, Stored<Filing>> others = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<RowFinding> refused = new ArrayList<>();
  private boolean changed;

  FilingChunk(
      Records records,
      Actor actor,
      Stored<Filing> filing,
      FilingLaw law,
      List<String> policies,
      int firstRow) {
    this.records = records;
    this.filing = filing;
    this.law = law;
    this.policies = policies;
    this.firstRow = firstRow;
    this.scheme = actor.scheme();
    this.unit = new Unit(actor);
  }

  /**
   * What came of it.
   *
   * @param written false when something changed meanwhile, and nothing was written
   */
  record Result(boolean written, int claims, List<RowFinding> refused) {}

  /** A row with what is on record. */
  private record Row(
      int number,
      String id,
      @Nullable Stored<Registered> policy,
      @Nullable Stored<Place> place,
      @Nullable Stored<Claim> claim,
      @Nullable Stored<RowFinding> finding,
      @Nullable Stored<Certificates.Registered> certificate) {}

  Result write() {
    read().forEach(this::decide);
    boolean written = !changed || isCommitted();
    return new Result(written, policies.size() - refused.size(), refused);
  }

  private boolean isCommitted() {
    unit.rely(filing);
    return Commits.isCommitted(records, unit);
  }

  private List<Row> read() {
    List<RecordKey> keys = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      keys.add(Policies.key(scheme, policies.get(i)));
      keys.add(Claims.placeKey(scheme, policies.get(i)));
      keys.add(RowFinding.key(scheme, filing.value().id(), firstRow + i));
    }
    Map<RecordKey, StoredRecord> found = new HashMap<>(records.findAll(keys));
    List<RecordKey> claims =
        policies.stream()
            .map(id -> found.get(Claims.placeKey(scheme, id)))
            .filter(record -> record != null)
            .map(record -> Claims.PLACE.read(record).value().key())
            .toList();
    found.putAll(records.findAll(claims));
    found.putAll(records.findAll(certificates(found)));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < policies.size(); i++) {
      rows.add(row(found, firstRow + i, policies.get(i)));
    }
    return rows;
  }

  private List<RecordKey> certificates(Map<RecordKey, StoredRecord> found) {
    return policies.stream()
        .map(id -> found.get(Policies.key(scheme, id)))
        .filter(Objects::nonNull)
        .map(record -> certificateKey(Policies.POLICY.read(record)))
        .distinct()
        .toList();
  }

  private RecordKey certificateKey(Stored<Registered> policy) {
    return Certificates.key(scheme, policy.value().policy().certificateNumber());
  }

  private Row row(Map<RecordKey, StoredRecord> found, int number, String id) {
    StoredRecord policyRecord = found.get(Policies.key(scheme, id));
    Stored<Registered> policy = policyRecord == null ? null : Policies.POLICY.read(policyRecord);
    StoredRecord certificate = policy == null ? null : found.get(certificateKey(policy));
    StoredRecord finding = found.get(RowFinding.key(scheme, filing.value().id(), number));
    StoredRecord placeRecord = found.get(Claims.placeKey(scheme, id));
    Stored<Place> place = placeRecord == null ? null : Claims.PLACE.read(placeRecord);
    StoredRecord claim = place == null ? null : found.get(place.value().key());
    return new Row(
        number,
        id,
        policy,
        place,
        claim == null ? null : Claims.CLAIM.read(claim),
        finding == null ? null : RowFinding.KIND.read(finding),
        certificate == null ? null : Certificates.CERTIFICATE.read(certificate));
  }

  private void decide(Row row) {
    if (row.claim() != null && row.claim().value().filing().equals(filing.value().id())) {
      return;
    }
    Stored<Registered> policy = row.policy();
    if (policy == null || !policy.value().policy().insurer().equals(filing.value().insurer())) {
      refuse(row, List.of(FilingLaw.notYours()));
      return;
    }
    Optional<Stored<Filing>> other = otherFiling(row);
    if (other.isPresent() && !mayTakeOver(other.get().value())) {
      refuse(row, List.of(FilingLaw.filedElsewhere(other.get().value())));
      return;
    }
    decide(row, policy, other);
  }

  private void decide(Row row, Stored<Registered> policy, Optional<Stored<Filing>> other) {
    long checkedBefore = records.counter(Documents.counter(scheme, row.id()));
    List<Document> documents = documents(row.id());
    List<Finding> findings =
        law.findings(
            policy.value(),
            row.certificate() == null ? null : row.certificate().value().certificate(),
            documents,
            isInSignedPlan(row));
    if (!findings.isEmpty()) {
      refuse(row, findings);
      return;
    }
    other.ifPresent(this::takeOver);
    relyOnCertificate(row, policy);
    accept(row, policy, form(policy.value(), documents));
    unit.relyCounter(Documents.counter(scheme, row.id()), checkedBefore);
  }

  /** A revocation at the same time sees the claim, or the row sees the revocation. */
  private void relyOnCertificate(Row row, Stored<Registered> policy) {
    if (row.certificate() == null) {
      unit.relyAbsent(certificateKey(policy));
    } else {
      unit.rely(row.certificate());
    }
  }

  private void refuse(Row row, List<Finding> findings) {
    RowFinding finding = new RowFinding(row.number(), row.id(), findings);
    refused.add(finding);
    if (row.finding() == null || !row.finding().value().equals(finding)) {
      changed = true;
      unit.put(RowFinding.KIND, RowFinding.key(scheme, filing.value().id(), row.number()), finding);
    }
  }

  /** The filing that has the row's claim already; empty when none has. */
  private Optional<Stored<Filing>> otherFiling(Row row) {
    Stored<Claim> claim = row.claim();
    return claim == null
        ? Optional.empty()
        : Optional.of(
            others.computeIfAbsent(
                claim.value().filing(),
                id ->
                    records.find(Filings.key(scheme, id)).map(Filings.FILING::read).orElseThrow()));
  }

  /** A later filing takes a row from an earlier one that was never FILED, not the other way. */
  private boolean mayTakeOver(Filing other) {
    int order = other.receivedAt().compareTo(filing.value().receivedAt());
    boolean earlier = order < 0 || (order == 0 && other.id().compareTo(filing.value().id()) < 0);
    return other.state() != Filings.State.FILED && earlier;
  }

  /** Raises the other filing's version, so that it looks at its rows again before it is FILED. */
  private void takeOver(Stored<Filing> other) {
    if (taken.add(other.value().id())) {
      unit.change(Filings.FILING, other, other.value());
    }
  }

  private void accept(Row row, Stored<Registered> policy, FormState form) {
    changed = true;
    Claim claim = claim(policy.value(), form);
    Place place =
        Claims.place(
            scheme,
            law.window().quarter().year(),
            claim.id(),
            claim.carried(),
            claim.insured(),
            claim.received(),
            claim.insurer(),
            claim.number());
    write(row, claim, place);
    unit.change(Policies.POLICY, policy, filed(policy.value()));
    if (row.finding() != null) {
      unit.remove(row.finding());
    }
  }

  private void write(Row row, Claim claim, Place place) {
    if (row.claim() != null && row.claim().key().equals(place.key())) {
      unit.change(Claims.CLAIM, row.claim(), claim);
    } else {
      if (row.claim() != null) {
        unit.remove(row.claim());
      }
      unit.create(Claims.CLAIM, place.key(), claim);
    }
    if (row.place() == null) {
      unit.create(Claims.PLACE, Claims.placeKey(scheme, row.id()), place);
    } else {
      unit.change(Claims.PLACE, row.place(), place);
    }
  }

  private Claim claim(Registered registered, FormState form) {
    var policy = registered.policy();
    return new Claim(
        registered.id(),
        policy.insurer(),
        policy.number(),
        policy.insured().creditCode().value(),
        policy.insured().name(),
        law.insured(policy),
        Shanghai.toTheSecond(registered.receivedAt()),
        policy.signedDay(),
        filing.value().quarter(),
        filing.value().id(),
        filing.value().sequence(),
        registered.revision(),
        registered.subsidy(),
        form,
        registered.state() == Policies.State.PENDING,
        policy.certificateNumber(),
        false,
        false);
  }

  private Registered filed(Registered old) {
    return new Registered(
        old.id(),
        old.policy(),
        old.revision(),
        old.state(),
        old.decision(),
        old.subsidy(),
        old.charged(),
        old.receivedAt(),
        old.form(),
        old.formGround(),
        filing.value().id(),
        filing.value().quarter(),
        old.lateGround());
  }

  private static FormState form(Registered policy, List<Document> documents) {
    if (policy.form() == Form.DISPUTED) {
      return FormState.DISPUTED;
    }
    if (policy.form() == Form.CONFIRMED) {
      return FormState.CONFIRMED;
    }
    return FilingLaw.isStamped(policy, documents) ? FormState.STAMPED : FormState.MISSING;
  }

  /** Only what was filed before can be in a plan. */
  private boolean isInSignedPlan(Row row) {
    return row.place() != null && !Plans.listSignedLines(records, scheme, row.id()).isEmpty();
  }

  private List<Document> documents(String policy) {
    List<Document> documents = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, Documents.partition(scheme, policy)),
        record -> documents.add(Document.KIND.read(record).value()));
    return documents;
  }
}
