package org.firstbatch.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;

/**
 * Which organisations may assess an application: any of which somebody may sign as an evaluator,
 * and that has nothing to do with the applicant.
 */
final class Evaluators {

  private final Memberships memberships;

  Evaluators(Memberships memberships) {
    this.memberships = memberships;
  }

  /** The evaluator, if it may assess the application. */
  Outcome<String> mayAssess(Case found, String evaluator) {
    String applicant = found.application().enterprise();
    if (evaluator.equals(applicant)) {
      return Outcome.refused(sameGroup("它就是申请企业", "it is the applicant itself"));
    }
    List<Membership> signers =
        present(found.call(), Role.EVALUATOR, evaluator).stream()
            .filter(member -> member.may(Capacity.SIGNER))
            .toList();
    return signers.isEmpty()
        ? Outcome.refused(noSuch(evaluator))
        : apart(found, evaluator, applicant);
  }

  /** Nobody belongs to both, or has declared a relation of one to the other. */
  private Outcome<String> apart(Case found, String evaluator, String applicant) {
    if (isTied(found.call(), Role.EVALUATOR, evaluator, applicant)) {
      return Outcome.refused(
          sameGroup("其人员与申请企业有关系", "one of its people has a relation to the applicant"));
    }
    return isTied(found.call(), Role.ENTERPRISE, applicant, evaluator)
        ? Outcome.refused(
            sameGroup("申请企业的人员与其有关系", "one of the applicant's people has a relation to it"))
        : Outcome.done(evaluator);
  }

  /** Whether a present member of an organisation belongs or is related to another. */
  private boolean isTied(Call call, Role role, String organisation, String other) {
    return present(call, role, organisation).stream()
        .map(Membership::person)
        .distinct()
        .map(person -> memberships.of(call.scheme(), person))
        .anyMatch(known -> tiesOf(call, known).contains(other));
  }

  private static Set<String> tiesOf(Call call, Memberships.Known known) {
    Set<String> ties =
        known.held().stream()
            .map(Memberships.Held::membership)
            .filter(membership -> membership.countsAt(call.at()))
            .map(Membership::organisation)
            .collect(Collectors.toSet());
    known.relations().forEach(relation -> ties.add(relation.organisation()));
    return ties;
  }

  private List<Membership> present(Call call, Role role, String organisation) {
    return memberships.members(call.scheme(), role, organisation).stream()
        .filter(member -> member.countsAt(call.at()))
        .toList();
  }

  private static Problem noSuch(String evaluator) {
    return Problem.invalid(
        "/evaluator",
        "没有可签署的评估机构“" + evaluator + "”，请填其机构编号",
        "there is no evaluator \""
            + evaluator
            + "\" with anybody who may sign; give the number of one");
  }

  private static Problem sameGroup(String zh, String en) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "此机构不得评估本申请：" + zh + "，请另行委托。",
            "This organisation may not assess the application: " + en + "; assign another.")
        .under("第十条");
  }
}
