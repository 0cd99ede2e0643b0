package org.firstbatch.casework.http;

import java.util.List;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request in: the scheme exists, the person may call the route, and it is clear as what they
 * act.
 */
final class Admission {

  /** The header in which a person of several organisations names the one for which they act. */
  static final String ORGANISATION_HEADER = "firstbatch-organisation";

  private static final Memberships.Known NOBODY = new Memberships.Known(List.of(), List.of());

  private final Memberships memberships;
  private final Schemes schemes;

  Admission(Memberships memberships, Schemes schemes) {
    this.memberships = memberships;
    this.schemes = schemes;
  }

  /**
   * A request that was let in.
   *
   * @param call the call
   * @param relied the membership's record that the act relies on; null where there is none
   */
  record Admitted(Call call, @Nullable Stored<?> relied) {}

  Outcome<Admitted> admit(HttpRequest request, Access access) {
    String scheme = request.path().getOrDefault("scheme", "");
    var edition = schemes.edition(scheme, request.at());
    if (edition.isEmpty()) {
      return Outcome.refused(
          Problem.of(
              Problem.Kind.NOT_FOUND,
              "没有名为“" + scheme + "”的方案，现有：" + schemes.names() + "。",
              "There is no scheme \"" + scheme + "\"; there are " + schemes.names() + "."));
    }
    return access.isPublic()
        ? Outcome.done(anonymous(request, scheme, edition.get()))
        : known(request, access, scheme, edition.get());
  }

  private static Admitted anonymous(HttpRequest request, String scheme, Edition edition) {
    Actor actor =
        new Actor(
            scheme,
            request.at(),
            "public",
            "public",
            "public",
            null,
            request.requestId(),
            String.valueOf(edition.number()));
    return new Admitted(new Call(request, actor, null, NOBODY), null);
  }

  private Outcome<Admitted> known(
      HttpRequest request, Access access, String scheme, Edition edition) {
    String person = request.person();
    if (person == null) {
      return Outcome.refused(Problem.of(Problem.Kind.NO_TOKEN, "请先登录。", "Please sign in."));
    }
    Memberships.Known known = memberships.of(scheme, person);
    if (access.anyPerson()) {
      Actor actor =
          new Actor(
              scheme,
              request.at(),
              person,
              "self",
              "person",
              null,
              request.requestId(),
              String.valueOf(edition.number()));
      return Outcome.done(new Admitted(new Call(request, actor, null, known), null));
    }
    return choose(request, access, known)
        .map(held -> admitted(request, access, scheme, edition, known, held));
  }

  private static Admitted admitted(
      HttpRequest request,
      Access access,
      String scheme,
      Edition edition,
      Memberships.Known known,
      Memberships.Held held) {
    var membership = held.membership();
    Actor actor =
        new Actor(
            scheme,
            request.at(),
            membership.person(),
            membership.organisation(),
            membership.role().label(),
            access.capacityOf(membership),
            request.requestId(),
            String.valueOf(edition.number()));
    return new Admitted(new Call(request, actor, membership, known), held.stored());
  }

  private static Outcome<Memberships.Held> choose(
      HttpRequest request, Access access, Memberships.Known known) {
    String named = request.headers().get(ORGANISATION_HEADER);
    List<Memberships.Held> fitting =
        known.held().stream()
            .filter(held -> held.membership().countsAt(request.at()))
            .filter(held -> access.admits(held.membership()))
            .filter(held -> named == null || named.equals(held.membership().organisation()))
            .toList();
    if (fitting.isEmpty()) {
      return Outcome.refused(notAdmitted(access));
    }
    return fitting.size() == 1
        ? Outcome.done(fitting.getFirst())
        : Outcome.refused(several(fitting));
  }

  private static Problem notAdmitted(Access access) {
    String roles = access.roles().keySet().stream().map(Enum::name).sorted().toList().toString();
    Text elsewhere = access.otherwise();
    return Problem.notAllowed(
        "您此刻的身份不能办理此事，需要以下身份之一：" + roles + "。" + (elsewhere == null ? "" : elsewhere.zh()),
        "As what you are now you may not do this; it takes one of "
            + roles
            + "."
            + (elsewhere == null ? "" : " " + elsewhere.en()));
  }

  private static Problem several(List<Memberships.Held> fitting) {
    List<String> organisations =
        fitting.stream().map(held -> held.membership().organisation()).sorted().toList();
    return Problem.invalid(
        "#" + ORGANISATION_HEADER,
        "您属于多个单位，请在此请求头中写明以哪个单位办理：" + organisations,
        "You belong to several organisations; name one of them in this header: " + organisations);
  }
}
