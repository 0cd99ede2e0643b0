package org.firstbatch.checks;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.checks.Scenes.Scene;
import org.firstbatch.local.gateway.Gateway;
import org.jspecify.annotations.Nullable;

/**
 * Tries a scene again: the same person, request and records, and only as what the person acts and
 * which relations they declared differs. So nothing else can be why somebody is refused.
 */
final class Situations {

  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
  private static final Instant SINCE_LEFT = Instant.parse("2025-02-01T00:00:00Z");

  private final InMemoryRecords records;
  private final Front front;

  Situations(FakeCloud cloud, Front front) {
    this.records = cloud.records();
    this.front = front;
  }

  /**
   * As what somebody acts.
   *
   * @param role null for a person without a membership
   * @param isEnded whether the membership ends just when the request is made
   * @param relations the organisations to which they declared a relation
   * @param left the organisations whose members they were long ago
   */
  record Somebody(
      @Nullable Role role,
      Set<Capacity> capacities,
      String organisation,
      boolean isEnded,
      Set<String> relations,
      Set<String> left) {

    Somebody {
      capacities = Set.copyOf(capacities);
      relations = Set.copyOf(relations);
      left = Set.copyOf(left);
    }

    static Somebody member(Role role, Capacity capacity, String organisation) {
      return new Somebody(role, Set.of(capacity), organisation, false, Set.of(), Set.of());
    }

    static Somebody withoutMembership() {
      return new Somebody(null, Set.of(), "", false, Set.of(), Set.of());
    }

    Somebody relatedTo(Set<String> organisations) {
      return new Somebody(role, capacities, organisation, isEnded, organisations, left);
    }

    Somebody onceOf(Set<String> organisations) {
      return new Somebody(role, capacities, organisation, isEnded, relations, organisations);
    }

    Somebody noMore() {
      return new Somebody(role, capacities, organisation, true, relations, left);
    }
  }

  Gateway.Answer withoutToken(Scene scene) {
    records.restore(scene.before());
    return front.send(scene.request(), null);
  }

  Gateway.Answer as(Somebody somebody, Scene scene) {
    records.restore(scene.before());
    String person = Objects.requireNonNullElse(scene.request().person(), "anybody");
    records.forget(Table.MEMBERSHIPS, Membership.partition(Scenes.SCHEME, person));
    if (somebody.role() != null) {
      put(membership(person, somebody, somebody.role(), scene.request().at()));
    }
    somebody.relations().forEach(to -> put(relation(person, to)));
    somebody.left().forEach(of -> put(former(person, of)));
    return front.send(scene.request(), person);
  }

  private static Membership membership(String person, Somebody as, Role role, Instant now) {
    return new Membership(
        person, as.organisation(), role, as.capacities(), LONG_AGO, as.isEnded() ? now : null);
  }

  /** What they were there makes no difference. */
  private static Membership former(String person, String organisation) {
    return new Membership(
        person, organisation, Role.ENTERPRISE, Set.of(Capacity.PREPARER), LONG_AGO, SINCE_LEFT);
  }

  private static Relation relation(String person, String organisation) {
    return new Relation(person, organisation, "亲属", LONG_AGO);
  }

  private void put(Membership membership) {
    RecordKey key =
        Membership.key(
            Scenes.SCHEME, membership.person(), membership.role(), membership.organisation());
    put(key, Memberships.MEMBERSHIP.schema(), membership);
  }

  private void put(Relation relation) {
    RecordKey key =
        Membership.relationKey(Scenes.SCHEME, relation.person(), relation.organisation());
    put(key, Memberships.RELATION.schema(), relation);
  }

  private void put(RecordKey key, int schema, Object content) {
    records.putAll(List.of(StoredRecord.first(key, schema, "1", LONG_AGO, Json.write(content))));
  }
}
