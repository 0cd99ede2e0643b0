package org.firstbatch.filing;

import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/** An insurer withdraws a claim that no signed plan holds (第十三条); the policy stays. */
final class WithdrawClaim {

  private final Records records;

  WithdrawClaim(Records records) {
    this.records = records;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    Optional<FiledClaim> found =
        FiledClaim.find(records, call.scheme(), call.path("claim"))
            .filter(claim -> claim.row().insurer().equals(call.organisation()));
    return found.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : found.get().row().withdrawn()
            ? Outcome.refused(Problem.conflict("此申请已撤回。", "This claim was withdrawn already."))
            : call.standsOutside(found.get().concerned())
                .then(_ -> call.matching(found.get().claim()))
                .then(_ -> withdraw(call, unit, found.get()));
  }

  private Outcome<Reply> withdraw(Call call, Unit unit, FiledClaim filed) {
    filed.fence(records, unit);
    if (!Plans.listSignedLines(records, call.scheme(), filed.row().id()).isEmpty()) {
      return Outcome.refused(
          Problem.conflict(
                  "此申请已列入签署的补贴计划，不能撤回。",
                  "A signed plan holds this claim; it can no longer be withdrawn.")
              .under("第十三条"));
    }
    Stored<Claims.Place> place = filed.place();
    unit.change(Claims.CLAIM, filed.claim(), filed.row().asWithdrawn());
    unit.change(
        Claims.PLACE,
        place,
        place.value(),
        Happening.of(
            "claim.withdrawn",
            "claim",
            filed.row().id(),
            filed.concerned(),
            Map.of("filing", filed.row().filing())));
    unit.raise(Claims.inputRevision(call.scheme(), place.value().year()));
    return Outcome.done(Reply.ok(Map.of("claim", filed.row().id(), "act", "claim.withdrawn")));
  }
}
