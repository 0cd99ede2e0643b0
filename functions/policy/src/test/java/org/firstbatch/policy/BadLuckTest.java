package org.firstbatch.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.junit.jupiter.api.Test;

final class BadLuckTest {

  private final City city = new City();

  private int commitOf(Answer dry, Faults counted) {
    assertEquals(201, dry.status(), dry.http().body());
    for (int step = 0; step < counted.log().size(); step++) {
      if (counted.log().get(step).startsWith("commit")) {
        return step + 1;
      }
    }
    throw new AssertionError("no commit: " + counted.log());
  }

  /** The step at which a registration commits, found by registering in a city of its own. */
  private int commitStep() {
    City other = new City();
    Faults counted = new Faults();
    return commitOf(
        other.through(counted).as("preparer").post("/policies", City.policy().toString()), counted);
  }

  @Test
  void shouldReadInFourRequestsBeforeItsOneTransaction() {
    assertEquals(5, commitStep());
  }

  @Test
  void shouldLetExactlyOneOfTwoInsurersHaveAFirstBatch() {
    Faults faults = new Faults();
    faults.between(
        commitStep() - 1,
        () ->
            assertEquals(
                201,
                city.gateway.as("rival").post("/policies", City.policy().toString()).status()));

    Answer loser = city.through(faults).as("preparer").post("/policies", City.policy().toString());

    assertEquals(422, loser.status(), loser.http().body());
    assertEquals("第二条", loser.json().path("article").asText());
    assertEquals(
        List.of("policy.refused", "policy.registered"), city.journal().stream().sorted().toList());
  }

  @Test
  void shouldNotLetAMembershipActThatEndedAMomentBefore() {
    RecordKey key = Membership.key(City.SCHEME, "preparer", Role.INSURER, "picc");
    Faults faults = new Faults();
    faults.between(
        commitStep() - 1,
        () -> {
          Membership open =
              Memberships.MEMBERSHIP.read(city.records.find(key).orElseThrow()).value();
          city.put(
              Memberships.MEMBERSHIP,
              key,
              new Membership(
                  open.person(),
                  open.organisation(),
                  open.role(),
                  Set.of(Capacity.PREPARER),
                  open.from(),
                  city.gateway.now()));
        });

    Answer answer = city.through(faults).as("preparer").post("/policies", City.policy().toString());

    assertEquals(403, answer.status(), answer.http().body());
    assertTrue(city.journal().isEmpty());
  }

  @Test
  void shouldDecideAnewWhenTheCertificateChangesBeforeTheCommit() {
    Faults faults = new Faults();
    faults.between(commitStep() - 1, () -> city.certify("FB-2026-1", City.OTHER_ENTERPRISE, true));

    Answer answer = city.through(faults).as("preparer").post("/policies", City.policy().toString());

    assertEquals(422, answer.status(), answer.http().body());
    assertEquals("第六条", answer.json().path("article").asText());
  }

  @Test
  void shouldRefuseAPolicyWhoseCertificateIsRevokedWhileItIsRegistered() {
    Faults faults = new Faults();
    faults.between(commitStep() - 1, () -> city.revoke("FB-2026-1"));

    Answer answer = city.through(faults).as("preparer").post("/policies", City.policy().toString());

    assertEquals(422, answer.status(), answer.http().body());
    assertEquals("第六条", answer.json().path("article").asText());
    assertEquals(List.of("policy.refused"), city.journal());
  }

  @Test
  void shouldGiveTheFirstAnswerWhenItWasLostAfterTheCommit() {
    Faults faults = new Faults().faultAfter(commitStep());

    Answer answer =
        city.through(faults)
            .as("preparer")
            .key("key-00000001")
            .post("/policies", City.policy().toString());
    Answer again =
        city.gateway.as("preparer").key("key-00000001").post("/policies", City.policy().toString());

    assertEquals(201, answer.status(), answer.http().body());
    assertEquals(answer.http(), again.http());
    assertEquals(List.of("policy.registered"), city.journal());
    assertEquals(1, city.stored(city.id()).revision());
  }
}
