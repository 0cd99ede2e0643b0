package org.firstbatch.journal;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Index;

/**
 * 第十五条（三）: what a person did. Auditors see it, the person themself, and administrators of an
 * organisation to which the person belongs or belonged, for what was done for that organisation.
 */
final class HistoryOfPerson {

  private final Histories histories;
  private final Memberships memberships;

  HistoryOfPerson(Histories histories, Memberships memberships) {
    this.histories = histories;
    this.memberships = memberships;
  }

  /** An organisation, and as what it takes part. */
  private record For(String organisation, String role) {
    static For of(Membership membership) {
      return new For(membership.organisation(), membership.role().label());
    }
  }

  Outcome<Reply> show(Call call) {
    String person = call.path("person");
    if (person.length() > Membership.MOST_PERSON) {
      return Outcome.refused(Problem.notFound());
    }
    if (person.equals(call.actor().person()) || isAuditor(call)) {
      return list(call, person, _ -> true);
    }
    Set<For> common = administered(call);
    common.retainAll(organisationsOf(call, person));
    return common.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : list(call, person, entry -> common.contains(new For(entry.organisation(), entry.role())));
  }

  private Outcome<Reply> list(Call call, String person, Predicate<JournalEntry> maySee) {
    return histories.list(
        call,
        Index.JOURNAL_BY_PERSON,
        Journal.personPartition(call.scheme(), person),
        maySee,
        Viewer::whole);
  }

  private boolean isAuditor(Call call) {
    return memberships.of(call.scheme(), call.actor().person()).held().stream()
        .map(Memberships.Held::membership)
        .anyMatch(
            membership -> membership.role() == Role.AUDITOR && membership.countsAt(call.at()));
  }

  private Set<For> administered(Call call) {
    return memberships.of(call.scheme(), call.actor().person()).held().stream()
        .map(Memberships.Held::membership)
        .filter(membership -> membership.countsAt(call.at()))
        .filter(membership -> membership.may(Capacity.ADMINISTRATOR))
        .map(For::of)
        .collect(Collectors.toSet());
  }

  private Set<For> organisationsOf(Call call, String person) {
    return memberships.of(call.scheme(), person).held().stream()
        .map(Memberships.Held::membership)
        .map(For::of)
        .collect(Collectors.toSet());
  }
}
