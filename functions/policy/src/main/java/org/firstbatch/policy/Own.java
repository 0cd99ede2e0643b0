package org.firstbatch.policy;

import java.util.List;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.policy.Policy;

/** Finds the policy of a call, for those whom it concerns; for all others it is not there. */
final class Own {

  private final Records records;

  Own(Records records) {
    this.records = records;
  }

  /** The policy that the path names, to be read. */
  Outcome<Stored<Registered>> find(Call call) {
    return records
        .find(Policies.key(call.scheme(), call.path("policy")))
        .map(Policies.POLICY::read)
        .filter(stored -> concerns(call, stored.value().policy()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  /**
   * The policy that the path names, to be changed: nobody acts on the case of who is close to them.
   */
  Outcome<Stored<Registered>> findToChange(Call call) {
    return find(call)
        .then(stored -> call.standsOutside(parties(stored.value().policy())).map(_ -> stored));
  }

  /** A policy as stated, by somebody who stands outside the enterprise that it names. */
  static Outcome<Policy> outsideInsured(Call call, Policy stated) {
    return call.standsOutside(stated.insured().creditCode().value()).map(_ -> stated);
  }

  private static List<String> parties(Policy policy) {
    return List.of(policy.insurer(), policy.insured().creditCode().value());
  }

  static boolean concerns(Call call, Policy policy) {
    Role role = call.as().role();
    return switch (role) {
      case INSURER -> policy.insurer().equals(call.organisation());
      case ENTERPRISE -> policy.insured().creditCode().value().equals(call.organisation());
      case COMMISSION, FINANCE, REGULATOR, AUDITOR -> true;
      case DISTRICT, EVALUATOR -> false;
    };
  }
}
