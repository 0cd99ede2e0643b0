package org.firstbatch.application;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/** Who has a case in hand within the organisation whose turn it is. */
final class Handlers {

  private final Cases cases;
  private final Memberships memberships;

  Handlers(Cases cases, Memberships memberships) {
    this.cases = cases;
    this.memberships = memberships;
  }

  /** The colleague that a body names: a present member of the same organisation and role. */
  Outcome<String> colleague(Call call, String person) {
    return isMember(call, person, call.as().role(), call.organisation())
        ? Outcome.done(person)
        : Outcome.refused(
            Problem.invalid(
                "/to", "本单位现在没有此人，请填本单位成员", "is no present member of your organisation"));
  }

  private boolean isMember(Call call, String person, Role role, String organisation) {
    return memberships.of(call.scheme(), person).held().stream()
        .map(Memberships.Held::membership)
        .filter(held -> held.countsAt(call.at()))
        .anyMatch(held -> held.role() == role && held.organisation().equals(organisation));
  }

  /**
   * Who had a case in hand when it left an organisation and has it again now that it comes back:
   * null where nobody had it, where they no longer belong to the organisation, or where they stand
   * close to another of its parties by now; then it is anybody's to take.
   */
  @Nullable String again(Case found, Role role, String organisation) {
    Call call = found.call();
    String person = found.application().handlers().get(organisation);
    boolean isStillTheirs =
        person != null
            && isMember(call, person, role, organisation)
            && !standsClose(call, person, organisation, found.application());
    return isStillTheirs ? person : null;
  }

  /** Whether a person of the organisation that acts stands close to the parties of a case. */
  boolean standsClose(Call call, String person, Application application) {
    return standsClose(call, person, call.organisation(), application);
  }

  /**
   * Whether a person belongs or belonged to a party of the case other than the organisation for
   * which they have it, or has declared a relation to one. The applicant's own people may have its
   * case all the same.
   */
  private boolean standsClose(
      Call call, String person, String organisation, Application application) {
    if (organisation.equals(application.enterprise())) {
      return false;
    }
    Set<String> ties = memberships.of(call.scheme(), person).tiesBeside(organisation, call.at());
    return application.parties().stream().anyMatch(ties::contains);
  }

  /** Writes that a person of the same organisation has the case now; only they are told. */
  Stored<Application> handTo(Case found, String person, String type) {
    Turn old = found.application().turn();
    Map<String, Object> facts =
        Map.of(
            "organisation",
            old.organisation(),
            "person",
            person,
            "from",
            Objects.requireNonNullElse(old.handler(), ""));
    return cases.save(
        found,
        found.change().turn(old.inHandsOf(person)).made(),
        Happening.of(type, "application", found.id(), List.of(), facts));
  }
}
