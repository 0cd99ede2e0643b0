package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.identity.CreditCode;

/**
 * What granting and ending a membership have in common: who may propose it, and the rows that go
 * with it. An organisation is new until two administrators can decide for it; until then the
 * regulator's administrators keep the memberships of insurers, the commission's all others.
 *
 * @param <C> what is proposed
 */
abstract class MembershipAct<C> implements Act<C, Membership> {

  /** Whose membership of which organisation. */
  record Whose(String person, Role role, String organisation) {}

  abstract Whose whose(C content);

  static Whose readWhose(Fields body) {
    Role role = body.choice("role", Role.class);
    String organisation = InsurerAct.organisation(body, "organisation");
    if (role.isReviewBody() && !organisation.isEmpty() && !organisation.equals(role.label())) {
      body.mistake(
          "organisation", "此身份的单位应为 " + role.label(), "must be " + role.label() + " for this role");
    }
    if (role == Role.ENTERPRISE && !organisation.isEmpty()) {
      CreditCode.findFault(organisation)
          .ifPresent(fault -> body.mistake("organisation", fault.zh(), fault.en()));
    }
    return new Whose(body.identifier("person", Membership.MOST_PERSON), role, organisation);
  }

  @Override
  public Kind<Membership> target() {
    return Memberships.MEMBERSHIP;
  }

  @Override
  public RecordKey key(String scheme, C content) {
    Whose whose = whose(content);
    return Membership.key(scheme, whose.person(), whose.role(), whose.organisation());
  }

  @Override
  public Optional<String> about(C content) {
    return Optional.of(whose(content).organisation());
  }

  @Override
  public Outcome<C> mayPropose(Scene scene, Call call, C content) {
    Whose whose = whose(content);
    boolean own = Administrators.actsFor(call, whose.role(), whose.organisation());
    boolean ofNew = isNew(scene, whose) && call.as().role() == keeperOfNew(whose.role());
    return own || ofNew
        ? Outcome.done(content)
        : Outcome.refused(
            Problem.notAllowed(
                "只有该单位的管理员可以提出；新单位由%s的管理员提出。".formatted(keeperOfNew(whose.role()).label()),
                "Only an administrator of that organisation may propose this; of a new one, the %s's."
                    .formatted(keeperOfNew(whose.role()).label())));
  }

  private static boolean isNew(Scene scene, Whose whose) {
    return Administrators.present(scene, whose.role(), whose.organisation()).size()
        < Administrators.ENOUGH;
  }

  private static Role keeperOfNew(Role role) {
    return role == Role.INSURER ? Role.REGULATOR : Role.COMMISSION;
  }

  /** The row of the organisation's list, and who administers it. */
  @Override
  public void alsoWrite(Scene scene, Unit unit, C content, Membership next) {
    unit.put(Memberships.MEMBERSHIP, next.organisationRow(scene.scheme()), next);
    Optional<Stored<Administrators>> stored =
        Administrators.find(scene, next.role(), next.organisation());
    Administrators old = stored.map(Stored::value).orElse(new Administrators(List.of()));
    Administrators now = administrators(old, content, next);
    if (now.equals(old)) {
      return;
    }
    if (stored.isPresent()) {
      unit.change(Administrators.KIND, stored.get(), now);
    } else {
      unit.create(
          Administrators.KIND,
          Administrators.key(scene.scheme(), next.role(), next.organisation()),
          now);
    }
  }

  /** Who administers the organisation once this is written. */
  Administrators administrators(Administrators old, C content, Membership next) {
    return old.with(next);
  }

  static Happening happening(String type, Membership membership, String change) {
    String subject =
        membership.role().label() + ":" + membership.organisation() + ":" + membership.person();
    return Happening.of(
        type,
        "membership",
        subject,
        List.of(membership.organisation()),
        Map.of("membership", membership, "change", change));
  }
}
