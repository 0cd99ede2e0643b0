package org.firstbatch.casework.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.OrganisationKey;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been let in.
 *
 * @param request as it arrived
 * @param actor who acts; on public routes a person without a name
 * @param membership as what they act, with its record; null on public routes
 * @param known all their memberships, also ended ones, and what relations they have declared
 */
public record Call(
    HttpRequest request, Actor actor, @Nullable Membership membership, Memberships.Known known) {

  /** The header that names a change, so that it can be tried again. */
  static final String IDEMPOTENCY_HEADER = "idempotency-key";

  public String scheme() {
    return actor.scheme();
  }

  public Instant at() {
    return actor.at();
  }

  /** The organisation for whom the person acts. */
  public String organisation() {
    return actor.organisation();
  }

  /** As what the person acts; only on routes that are not public. */
  public Membership as() {
    if (membership == null) {
      throw new PermanentFault("A public route asks for a membership: " + request.routeKey());
    }
    return membership;
  }

  /** What relations the person has declared. */
  public List<Relation> relations() {
    return known.relations();
  }

  /** A part of the path that the route names. */
  public String path(String name) {
    String value = request.path().get(name);
    if (value == null) {
      throw new PermanentFault("The route has no {" + name + "}: " + request.routeKey());
    }
    return value;
  }

  /** A query parameter; one without a value counts as left out. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name)).filter(value -> !value.isBlank());
  }

  /** An organisation that a query parameter names by its key; refused when it can be no key. */
  public Outcome<Optional<String>> organisationNamed(String parameter) {
    Optional<String> named = query(parameter);
    return named.isEmpty() || OrganisationKey.FORM.matcher(named.get()).matches()
        ? Outcome.done(named)
        : Outcome.refused(Problem.invalid("?" + parameter, OrganisationKey.WANTED));
  }

  /**
   * What names this act: its idempotency key, the same when the same request is tried again; only
   * on routes that change something.
   */
  public String seed() {
    String key = request.headers().get(IDEMPOTENCY_HEADER);
    if (key == null) {
      throw new PermanentFault("Only a change has an idempotency key: " + request.routeKey());
    }
    return key;
  }

  /**
   * The receipt of this act.
   *
   * @param act what was done, the type of its journal entry
   * @param subject to what
   * @param content what was handed in or decided
   * @param next what happens next
   * @param by by when; null where no day is set
   */
  public Receipt receipt(
      String act, String subject, Object content, Text next, @Nullable LocalDate by) {
    return Receipt.of(actor, seed(), act, subject, content, next, by);
  }

  /** The body as one JSON object. */
  public Outcome<Fields> body() {
    return Fields.parse(request.body());
  }

  /** Whether the person has declared a relation to an organisation. */
  public boolean isRelatedTo(String organisation) {
    return relations().stream().anyMatch(relation -> relation.organisation().equals(organisation));
  }

  /**
   * The organisations on whose cases the person does not act: they belong or belonged to them, or
   * declared a relation to them. For the organisation as whose member they act they may act all the
   * same.
   */
  public Set<String> tiesElsewhere() {
    return known.tiesBeside(organisation(), at());
  }

  /** Refuses an act on a case whose parties are these to whoever stands close to one of them. */
  public Outcome<Call> standsOutside(Collection<String> parties) {
    Set<String> ties = tiesElsewhere();
    return parties.stream()
        .filter(ties::contains)
        .findFirst()
        .map(this::tiedTo)
        .orElseGet(() -> Outcome.done(this));
  }

  /** As {@link #standsOutside(Collection)}, where the case has one party. */
  public Outcome<Call> standsOutside(String party) {
    return standsOutside(List.of(party));
  }

  private Outcome<Call> tiedTo(String party) {
    return Outcome.refused(
        isRelatedTo(party)
            ? Problem.notAllowed(
                "您已申报与 " + party + " 的关系，须回避，请由他人办理。",
                "You declared a relation to " + party + "; somebody else must do this.")
            : Problem.notAllowed(
                "您是或曾是 " + party + " 的成员，须回避，请由他人办理。",
                "You are or were a member of " + party + "; somebody else must do this."));
  }

  /**
   * Refuses a change of a record that is no longer the version named in {@code If-Match}, or when
   * that is missing.
   */
  public <T> Outcome<Stored<T>> matching(Stored<T> stored) {
    String wanted = request.headers().get("if-match");
    String present = Reply.etag(stored.version());
    if (wanted == null) {
      return Outcome.refused(
          Problem.of(
              Problem.Kind.PRECONDITION_NEEDED,
              "请在 If-Match 中写明您读到的版本，当前为 " + present + "。",
              "Name the version that you read in If-Match; it is now " + present + "."));
    }
    return wanted.equals(present)
        ? Outcome.done(stored)
        : Outcome.refused(
            Problem.of(
                Problem.Kind.STALE,
                "此记录已变为版本 " + present + "，您读到的是 " + wanted + "，请重新读取后再改。",
                "This record is now version "
                    + present
                    + ", you read "
                    + wanted
                    + "; read it again, then change it."));
  }

  /** As {@link #matching}, where the header is optional. */
  public <T> Outcome<Stored<T>> matchingIfNamed(Stored<T> stored) {
    return request.headers().containsKey("if-match") ? matching(stored) : Outcome.done(stored);
  }
}
