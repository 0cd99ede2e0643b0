package org.firstbatch.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.event.EventFunction;
import org.firstbatch.casework.event.JournalBus;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Verdict;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.scheme.Edition;

/**
 * Decides again, when a calendar year is loaded, the policies that the calendar had left open. Each
 * is one transaction; doing it twice changes nothing more, since a decided policy is not PENDING.
 */
final class DecidePending implements EventFunction.Consumer {

  private static final String LOADED = "calendar.loaded";
  private static final int ATTEMPTS = 4;

  private final Records records;
  private final Judge judge;

  DecidePending(Records records, Judge judge) {
    this.records = records;
    this.judge = judge;
  }

  @Override
  public Object handle(JsonNode event) {
    return JournalBus.hear(event, this::hear);
  }

  /** Hears one entry. */
  void hear(JournalEntry entry) {
    if (entry.type().equals(LOADED)) {
      Edition edition = judge.edition(entry.scheme(), entry.at());
      Actor actor =
          Actor.system(
              entry.scheme(), entry.at(), entry.request(), String.valueOf(edition.number()));
      listPending(entry.scheme()).forEach(id -> decide(actor, id));
    }
  }

  private List<String> listPending(String scheme) {
    List<String> ids = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.POLICIES, Rows.pendingPartition(scheme)),
        record -> ids.add(Policies.GUARD.read(record).value().policy()));
    return ids;
  }

  private void decide(Actor actor, String id) {
    Attempts.upTo(
        ATTEMPTS,
        () -> isDecided(actor, id),
        "Policy " + id + " changes all the time and is still pending");
  }

  /** Whether it need not be looked at again: decided, or still open as the calendar stands. */
  private boolean isDecided(Actor actor, String id) {
    Optional<Stored<Registered>> pending =
        records
            .find(Policies.key(actor.scheme(), id))
            .map(Policies.POLICY::read)
            .filter(stored -> stored.value().state() == State.PENDING);
    if (pending.isEmpty()) {
      return true;
    }
    Unit unit = new Unit(actor);
    decide(unit, pending.get());
    return unit.isEmpty() || Commits.isCommitted(records, unit);
  }

  private void decide(Unit unit, Stored<Registered> pending) {
    String scheme = unit.actor().scheme();
    CaseFile file = judge.load(records, scheme, pending.value().policy(), unit.actor().at());
    Judgement judgement = judge.of(file, scheme, unit.actor().at());
    if (judgement.verdict() != Verdict.PENDING) {
      file.rely(unit);
      save(unit, pending, file, judgement);
    }
  }

  private void save(Unit unit, Stored<Registered> pending, CaseFile file, Judgement judgement) {
    String scheme = unit.actor().scheme();
    Registered policy = Revisions.decided(pending.value(), judgement);
    unit.change(
        Policies.POLICY, pending, policy, Happenings.decided("policy.decided", policy, file));
    Rows.change(records, unit, scheme, pending.value(), policy);
    if (policy.state() == State.REFUSED) {
      Guards.free(records, unit, file.guardKey(), policy.id());
    }
    Money payable = policy.state() == State.REFUSED ? Money.ZERO : policy.subsidy();
    Filed.restate(
        ClaimUpdate.find(records, scheme, policy.id()).map(claim -> claim.fenced(unit)),
        policy,
        judge.edition(scheme, unit.actor().at()),
        payable);
  }
}
