package org.firstbatch.programme;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;

/** What people see of themselves and of their organisation, and the relations they declare. */
final class People {

  private final Records records;
  private final Memberships memberships;

  People(Records records, Memberships memberships) {
    this.records = records;
    this.memberships = memberships;
  }

  /**
   * The relations that a person has declared, all with one history.
   *
   * @param organisations in the order of declaration
   */
  record Declarations(List<String> organisations) {
    static final Kind<Declarations> KIND = Kind.of("declarations", Declarations.class);

    Declarations {
      organisations = List.copyOf(organisations);
    }

    Declarations with(String organisation) {
      List<String> more = new ArrayList<>(organisations);
      more.add(organisation);
      return new Declarations(more);
    }

    static RecordKey key(String scheme, String person) {
      return new RecordKey(
          Table.MEMBERSHIPS, RecordKey.join(scheme, "declarations", person), "declarations");
    }
  }

  /** What is known of the person who asks. */
  Outcome<Reply> me(Call call) {
    Memberships.Known known = memberships.of(call.scheme(), call.actor().person());
    List<Membership> held = known.held().stream().map(Memberships.Held::membership).toList();
    return Outcome.done(
        Reply.ok(
            Map.of(
                "person",
                call.actor().person(),
                "memberships",
                held,
                "relations",
                known.relations())));
  }

  /** The memberships of the administrator's organisation. */
  Outcome<Reply> members(Call call) {
    String partition =
        Membership.organisationPartition(call.scheme(), call.as().role(), call.organisation());
    return Paging.of(call)
        .map(
            paging -> {
              var page =
                  records.page(
                      paging.of(RecordQuery.prefixed(Table.MEMBERSHIPS, partition, "member!")));
              return Reply.ok(
                  Paging.body(
                      page.records().stream()
                          .map(record -> Memberships.MEMBERSHIP.read(record).value())
                          .toList(),
                      page.next()));
            });
  }

  /** The relations that the person who asks has declared. */
  Outcome<Reply> relations(Call call) {
    return Outcome.done(Reply.ok(Paging.body(call.relations(), null)));
  }

  /** Declares a relation; it acts at once, and for good. */
  Outcome<Reply> declare(Call call, Unit unit) {
    return call.body()
        .then(body -> relation(call, body))
        .then(relation -> declare(call, unit, relation));
  }

  private static Outcome<Relation> relation(Call call, Fields body) {
    return body.result(
        new Relation(
            call.actor().person(),
            InsurerAct.organisation(body, "organisation"),
            body.text("ground", 1, 200),
            call.at()));
  }

  private Outcome<Reply> declare(Call call, Unit unit, Relation relation) {
    if (call.isRelatedTo(relation.organisation())) {
      return Outcome.refused(
          Problem.conflict("此关系已申报。", "This relation has been declared already."));
    }
    RecordKey key = Declarations.key(call.scheme(), relation.person());
    Optional<Stored<Declarations>> stored = records.find(key).map(Declarations.KIND::read);
    Happening happening = happening(call, relation);
    if (stored.isPresent()) {
      Declarations more = stored.get().value().with(relation.organisation());
      unit.change(Declarations.KIND, stored.get(), more, happening);
    } else {
      Declarations first = new Declarations(List.of(relation.organisation()));
      unit.create(Declarations.KIND, key, first, happening);
    }
    unit.create(
        Memberships.RELATION,
        Membership.relationKey(call.scheme(), relation.person(), relation.organisation()),
        relation);
    return Outcome.done(Reply.created("/v1/schemes/" + call.scheme() + "/relations", relation));
  }

  /** The person's own organisations hear of it; the ground stays out of the journal. */
  private Happening happening(Call call, Relation relation) {
    List<String> own =
        memberships.of(call.scheme(), relation.person()).held().stream()
            .map(held -> held.membership().organisation())
            .distinct()
            .toList();
    return Happening.of(
        "relation.declared",
        "person",
        relation.person(),
        own,
        Map.of("organisation", relation.organisation()));
  }
}
