package org.firstbatch.programme;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Makes somebody a member of an organisation, or changes what they may do there. It counts from its
 * approval at the earliest. The only administrator of an organisation appoints the second one
 * alone.
 */
final class GrantMembership extends MembershipAct<GrantMembership.Content> {

  /**
   * @param whose whose membership
   * @param capacities what they may do, at least one
   * @param from the first instant at which it counts
   * @param to the first at which it no longer counts; null while open
   * @param appointedBy the only administrator who appoints the second; null otherwise
   */
  record Content(
      Whose whose,
      Set<Capacity> capacities,
      Instant from,
      @Nullable Instant to,
      @Nullable Membership appointedBy) {

    Content {
      capacities = Set.copyOf(capacities);
    }
  }

  @Override
  public ChangeKind kind() {
    return ChangeKind.GRANT_MEMBERSHIP;
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
    Set<Capacity> capacities = capacities(body);
    Instant from = body.optional("from", name -> start(body, name)).orElse(call.at());
    Optional<Instant> to = body.optional("to", name -> start(body, name));
    if (to.filter(end -> !end.isAfter(from)).isPresent()) {
      body.mistake("to", "应晚于开始时间", "must be later than its beginning");
    }
    return body.result(
        new Content(whose, capacities, from, to.orElse(null), appointedBy(call, whose)));
  }

  private static @Nullable Membership appointedBy(Call call, Whose whose) {
    return Administrators.actsFor(call, whose.role(), whose.organisation()) ? call.as() : null;
  }

  private static Set<Capacity> capacities(Fields body) {
    Set<Capacity> capacities = EnumSet.noneOf(Capacity.class);
    List<String> names = body.texts("capacities", 1, Capacity.values().length, 20);
    for (int i = 0; i < names.size(); i++) {
      try {
        capacities.add(Capacity.valueOf(names.get(i)));
      } catch (IllegalArgumentException _) {
        body.mistake(
            "capacities/" + i,
            "应为 PREPARER、SIGNER 或 ADMINISTRATOR",
            "must be PREPARER, SIGNER or ADMINISTRATOR");
      }
    }
    return capacities;
  }

  /** An instant; a day without a time is its beginning. */
  static Instant start(Fields body, String name) {
    return body.text(name, 10, 40).length() == "2026-02-24".length()
        ? Shanghai.startOf(body.day(name))
        : body.moment(name);
  }

  @Override
  public Outcome<Membership> next(Scene scene, Content content, Optional<Membership> present) {
    Instant from = content.from().isBefore(scene.at()) ? scene.at() : content.from();
    return Outcome.done(
        new Membership(
            content.whose().person(),
            content.whose().organisation(),
            content.whose().role(),
            content.capacities(),
            present.filter(old -> old.countsAt(scene.at())).map(Membership::from).orElse(from),
            content.to()));
  }

  @Override
  public boolean needsNoApproval(Scene scene, Call call, Content content) {
    Whose whose = content.whose();
    return content.capacities().contains(Capacity.ADMINISTRATOR)
        && Administrators.actsFor(call, whose.role(), whose.organisation())
        && !whose.person().equals(call.actor().person())
        && Administrators.present(scene, whose.role(), whose.organisation()).stream()
            .allMatch(each -> each.person().equals(call.actor().person()));
  }

  /** The one who appoints is on record too, also the one whom the template appointed. */
  @Override
  Administrators administrators(Administrators old, Content content, Membership next) {
    Membership appointing = content.appointedBy();
    return (appointing == null ? old : old.withIfMissing(appointing)).with(next);
  }

  @Override
  public Text summary(Content content, Membership next) {
    return Text.of(
        "%s 为 %s（%s）的成员：%s"
            .formatted(next.person(), next.organisation(), next.role().label(), sorted(next)),
        "%s is a member of %s (%s): %s"
            .formatted(next.person(), next.organisation(), next.role().label(), sorted(next)));
  }

  private static List<Capacity> sorted(Membership membership) {
    return membership.capacities().stream().sorted().toList();
  }

  @Override
  public Happening happening(Content content, Membership next, String change) {
    return happening("membership.granted", next, change);
  }
}
