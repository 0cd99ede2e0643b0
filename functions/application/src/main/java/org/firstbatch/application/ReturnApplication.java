package org.firstbatch.application;

import java.util.Map;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.HandlingStage;
import org.jspecify.annotations.Nullable;

/**
 * 第九条: the district returns an application of its own for correction, with named fields and
 * reasons: only those are open. The district's clock stands until it comes back; after the last day
 * it lapses.
 */
final class ReturnApplication {

  private final Cases cases;
  private final CaseLaw law;
  private final Handlers handlers;

  ReturnApplication(Cases cases, CaseLaw law, Handlers handlers) {
    this.cases = cases;
    this.law = law;
    this.handlers = handlers;
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofReader(call, unit, State.SUBMITTED)
        .then(
            found ->
                call.body().then(body -> read(found, body)).map(open -> giveBack(found, open)));
  }

  private Outcome<Open> read(Case found, Fields body) {
    return body.result(
        new Open(
            OpenFields.read(body, "fields"),
            LastDays.read(found, body, law.of(found), HandlingStage.RETURN)));
  }

  private Reply giveBack(Case found, Open open) {
    Receipt receipt =
        found.receipt(
            "application.returned",
            open,
            Text.of("申请人补正后重新提交，逾期视为放弃", "The applicant corrects and submits again, or it lapses"),
            open.until());
    var now =
        found
            .change()
            .to(State.RETURNED, law.of(found).withApplicant(found, open, applicant(found)))
            .open(open)
            .made();
    Map<String, Object> facts = Map.of("open", open, "receipt", receipt);
    return Answers.done(
        found, cases.save(found, now, "application.returned", null, facts), receipt);
  }

  private @Nullable String applicant(Case found) {
    return handlers.again(found, Role.ENTERPRISE, found.application().enterprise());
  }
}
