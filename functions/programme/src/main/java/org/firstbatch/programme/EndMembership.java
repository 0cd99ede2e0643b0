package org.firstbatch.programme;

import java.time.Instant;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;

/** Ends a membership at an instant, or at its approval when that is later. */
final class EndMembership extends MembershipAct<EndMembership.Content> {

  /**
   * @param whose whose membership
   * @param to the first instant at which it no longer counts
   */
  record Content(Whose whose, Instant to) {}

  @Override
  public ChangeKind kind() {
    return ChangeKind.END_MEMBERSHIP;
  }

  @Override
  public Class<Content> content() {
    return Content.class;
  }

  @Override
  Whose whose(Content content) {
    return content.whose();
  }

  @Override
  public Outcome<Content> read(Call call, Fields body) {
    Whose whose = readWhose(body);
    Instant to = body.optional("to", name -> GrantMembership.start(body, name)).orElse(call.at());
    return body.result(new Content(whose, to));
  }

  @Override
  public Outcome<Membership> next(Scene scene, Content content, Optional<Membership> present) {
    Instant to = content.to().isBefore(scene.at()) ? scene.at() : content.to();
    return present.isEmpty()
        ? Outcome.refused(
            Problem.of(Problem.Kind.NOT_FOUND, "没有这样的成员。", "There is no such membership."))
        : ended(present.get(), to);
  }

  private static Outcome<Membership> ended(Membership old, Instant to) {
    Instant end = old.to();
    if (end != null && !end.isAfter(to)) {
      return Outcome.refused(
          Problem.conflict(
              "该成员身份已于 " + Shanghai.format(end) + " 终止。",
              "The membership ends at " + Shanghai.format(end) + " already."));
    }
    return Outcome.done(
        new Membership(
            old.person(), old.organisation(), old.role(), old.capacities(), old.from(), to));
  }

  @Override
  public Text summary(Content content, Membership next) {
    String when = Shanghai.format(content.to());
    return Text.of(
        "%s 在 %s 的成员身份于 %s 终止".formatted(next.person(), next.organisation(), when),
        "%s's membership of %s ends at %s".formatted(next.person(), next.organisation(), when));
  }

  @Override
  public Happening happening(Content content, Membership next, String change) {
    return happening("membership.ended", next, change);
  }
}
