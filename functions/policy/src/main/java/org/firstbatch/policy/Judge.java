package org.firstbatch.policy;

import java.time.Instant;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.scheme.Edition;

/** Asks the law: with the edition in force at an instant and the calendar as far as it is known. */
final class Judge {

  private final Schemes schemes;
  private final Calendars calendars;

  Judge(Schemes schemes, Calendars calendars) {
    this.schemes = schemes;
    this.calendars = calendars;
  }

  Edition edition(String scheme, Instant at) {
    return schemes
        .edition(scheme, at)
        .orElseThrow(() -> new PermanentFault("There is no scheme " + scheme));
  }

  CaseFile load(Records records, String scheme, Policy policy, Instant at) {
    return CaseFile.load(records, scheme, policy, edition(scheme, at));
  }

  Judgement of(CaseFile file, String scheme, Instant at) {
    return Judgement.of(file.facts(), edition(scheme, at), calendars.of(file.calendars()));
  }

  /** As {@link #of}, told to anybody. */
  Judgement openly(CaseFile file, String scheme, Instant at) {
    return Judgement.of(file.openFacts(), edition(scheme, at), calendars.of(file.calendars()));
  }

  /** Refuses, keeps the refusal in the journal, and relies on what it rests on. */
  static Outcome<Reply> refuse(Unit unit, CaseFile file, Judgement judgement) {
    file.relyOnGuard(unit);
    unit.note(Happenings.refused(unit.actor().request(), judgement, file));
    return Outcome.refusedAndJournalled(judgement.refusal());
  }
}
