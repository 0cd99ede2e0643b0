package org.firstbatch.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Guard;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.policy.FirstBatchKey;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.PolicyFacts;
import org.firstbatch.measures.policy.PolicyFacts.OnRecord;
import org.firstbatch.measures.policy.PolicyFacts.PolicyRef;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What the registers hold for one policy, read in two requests: what the policy names, then the
 * list that published its certificate. A decision relies on each of these versions, and on the
 * absence of what is not there.
 */
final class CaseFile {

  private final Records records;
  private final String scheme;
  private final String id;
  private final Policy policy;
  private final Keys keys;
  private final Map<RecordKey, StoredRecord> found;
  private final @Nullable Stored<Certificates.Registered> certificate;

  private CaseFile(
      Records records,
      String scheme,
      Policy policy,
      Keys keys,
      Map<RecordKey, StoredRecord> found,
      @Nullable Stored<Certificates.Registered> certificate) {
    this.records = records;
    this.scheme = scheme;
    this.id = Policies.id(scheme, policy.insurer(), policy.number());
    this.policy = policy;
    this.keys = keys;
    this.found = found;
    this.certificate = certificate;
  }

  private record Keys(
      RecordKey policy,
      RecordKey certificate,
      RecordKey clause,
      RecordKey insurer,
      RecordKey calendars,
      RecordKey guard) {
    static Keys of(String scheme, Policy policy, Edition edition) {
      FirstBatchKey first = FirstBatchKey.of(policy, Law.of(policy, edition).firstUseBy().value());
      return new Keys(
          Policies.key(scheme, Policies.id(scheme, policy.insurer(), policy.number())),
          Certificates.key(scheme, policy.certificateNumber()),
          Programme.clauseKey(scheme, policy.clauseNumber()),
          Programme.insurerKey(scheme, policy.insurer()),
          Programme.calendarsKey(scheme),
          Policies.guardKey(scheme, first));
    }

    List<RecordKey> all() {
      return List.of(policy, certificate, clause, insurer, calendars, guard);
    }

    /** What the decision rests on and does not write. */
    List<RecordKey> reliedOn() {
      return List.of(certificate, clause, insurer, calendars);
    }
  }

  static CaseFile load(Records records, String scheme, Policy policy, Edition edition) {
    Keys keys = Keys.of(scheme, policy, edition);
    Map<RecordKey, StoredRecord> found = new LinkedHashMap<>(records.findAll(keys.all()));
    Stored<Certificates.Registered> certificate =
        find(found, Certificates.CERTIFICATE, keys.certificate());
    if (certificate != null) {
      RecordKey list = listKey(scheme, certificate.value());
      records.find(list).ifPresent(record -> found.put(list, record));
    }
    return new CaseFile(records, scheme, policy, keys, found, certificate);
  }

  String id() {
    return id;
  }

  Policy policy() {
    return policy;
  }

  /** The record of this policy, when it was registered before. */
  Optional<Stored<Registered>> registered() {
    return Optional.ofNullable(find(Policies.POLICY, keys.policy()));
  }

  /** Where this policy's first-batch key is held. */
  RecordKey guardKey() {
    return keys.guard();
  }

  /** Who holds the first-batch key. */
  Optional<Stored<Guard>> guard() {
    return Optional.ofNullable(find(Policies.GUARD, keys.guard()));
  }

  /** Whether another policy holds the first-batch key. */
  boolean isTaken() {
    return guard().filter(held -> !held.value().policy().equals(id)).isPresent();
  }

  /** Which calendar years were loaded. */
  @Nullable Stored<Programme.Calendars> calendars() {
    return find(Programme.CALENDARS, keys.calendars());
  }

  /** The facts, with the policy that holds the first batch named only to its own insurer. */
  PolicyFacts facts() {
    return facts(holder());
  }

  /** The facts for anybody: that the first batch is held, not by whom. */
  PolicyFacts openFacts() {
    return facts(isTaken() ? PolicyRef.UNNAMED : null);
  }

  private PolicyFacts facts(@Nullable PolicyRef holder) {
    var clause = find(Programme.CLAUSE, keys.clause());
    var insurer = find(Programme.INSURER, keys.insurer());
    return new PolicyFacts(
        policy,
        new OnRecord(
            certificate(),
            clause == null ? null : clause.value(),
            insurer == null ? null : insurer.value(),
            holder));
  }

  /** The certificate; one whose list is not published yet does not count. */
  @Nullable Certificate certificate() {
    if (certificate == null) {
      return null;
    }
    Stored<PublishedList> list = find(Certificates.LIST, listKey(scheme, certificate.value()));
    return list != null && list.value().isPublished() ? certificate.value().certificate() : null;
  }

  private @Nullable PolicyRef holder() {
    if (!isTaken()) {
      return null;
    }
    return guard()
        .flatMap(held -> records.find(Policies.key(scheme, held.value().policy())))
        .map(record -> Policies.POLICY.read(record).value().policy())
        .filter(held -> held.insurer().equals(policy.insurer()))
        .map(held -> new PolicyRef(held.insurer(), held.number()))
        .orElse(PolicyRef.UNNAMED);
  }

  /** Demands that everything the decision rests on still stands as it was read. */
  void rely(Unit unit) {
    for (RecordKey key : reliedOn()) {
      StoredRecord record = found.get(key);
      if (record == null) {
        unit.relyAbsent(key);
      } else {
        unit.rely(new Stored<>(key, record));
      }
    }
  }

  /** Demands that the first-batch key is still held, or free, as it was read: for a refusal. */
  void relyOnGuard(Unit unit) {
    guard().ifPresentOrElse(unit::rely, () -> unit.relyAbsent(keys.guard()));
  }

  /** The version of each record that the decision rests on, 0 for what is not there. */
  Map<String, Long> versions() {
    Map<String, Long> versions = new LinkedHashMap<>();
    for (RecordKey key : reliedOn()) {
      StoredRecord record = found.get(key);
      versions.put(key.partition() + " " + key.sort(), record == null ? 0 : record.version());
    }
    return versions;
  }

  private List<RecordKey> reliedOn() {
    List<RecordKey> all = new ArrayList<>(keys.reliedOn());
    if (certificate != null) {
      all.add(listKey(scheme, certificate.value()));
    }
    return all;
  }

  private <T> @Nullable Stored<T> find(Kind<T> kind, RecordKey key) {
    return find(found, kind, key);
  }

  private static <T> @Nullable Stored<T> find(
      Map<RecordKey, StoredRecord> found, Kind<T> kind, RecordKey key) {
    StoredRecord record = found.get(key);
    return record == null ? null : kind.read(record);
  }

  private static RecordKey listKey(String scheme, Certificates.Registered certificate) {
    return Certificates.listKey(scheme, certificate.list());
  }
}
