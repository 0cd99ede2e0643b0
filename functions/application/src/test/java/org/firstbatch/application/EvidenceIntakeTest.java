package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyObjects;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.Killed;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.evidence.Scanner;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence from its upload to its check. */
class EvidenceIntakeTest {

  private static final byte[] PNG = EvidenceCity.PNG;

  private final EvidenceCity city = new EvidenceCity();

  @Test
  void shouldCheckAPieceThatArrivesAsDeclared() {
    String application = city.draft();
    Answer declared = city.declare("clerk", application, Condition.SIZE, PNG);

    assertEquals("DECLARED", declared.json().path("state").asText());
    city.arrive(application, declared, PNG);

    JsonNode piece = city.list("owner", application).get(0);
    assertEquals("CHECKED", piece.path("state").asText());
    assertEquals("NOT_SCANNED", piece.path("scan").asText());
    assertEquals("SIZE", piece.path("condition").asText());
    assertEquals(
        List.of("evidence.declared", "evidence.checked"), city.types(EvidenceCity.id(declared)));
  }

  @Test
  void shouldTellAScannedPieceFromOneThatWasNot() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    city.place(application, id, PNG);
    String key = "applications/dalian/" + application + "/" + id;

    city.intake(city.city.records, city.objects, _ -> new Scanner.Clean())
        .handle(EvidenceCity.event(key));

    assertEquals("CLEAN", city.list("owner", application).get(0).path("scan").asText());
  }

  @Test
  void shouldRefuseWhatTheScannerFinds() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    city.place(application, id, PNG);
    String key = "applications/dalian/" + application + "/" + id;

    city.intake(city.city.records, city.objects, _ -> new Scanner.Infected("Eicar-Test-Signature"))
        .handle(EvidenceCity.event(key));

    JsonNode piece = city.list("owner", application).get(0);
    assertEquals("FAILED", piece.path("state").asText());
    assertTrue(piece.path("reason").path("zh").asText().contains("Eicar-Test-Signature"));
    assertEquals(409, city.link("owner", application, id).status());
  }

  @Test
  void shouldLeaveAPieceUncheckedWhileTheScannerIsSilent() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    city.place(application, id, PNG);
    Scanner silent =
        _ -> {
          throw new RetryableFault("no answer");
        };
    EvidenceIntake intake = city.intake(city.city.records, city.objects, silent);
    JsonNode event = EvidenceCity.event("applications/dalian/" + application + "/" + id);

    assertThrows(RetryableFault.class, () -> intake.handle(event));
    assertEquals("DECLARED", city.list("owner", application).get(0).path("state").asText());
    assertEquals("CHECKED", city.deliver(application, id));
  }

  @Test
  void shouldRefuseOtherBytesThanDeclared() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    byte[] other = PNG.clone();
    other[50]++;
    city.place(application, id, other);

    assertEquals("FAILED", city.deliver(application, id));
    assertEquals(List.of("evidence.declared", "evidence.failed"), city.types(id));
  }

  @Test
  void shouldTakeAnUploadOnce() {
    String application = city.draft();
    Answer declared = city.declare("clerk", application, Condition.SIZE, PNG);

    assertEquals(200, city.upload(declared, PNG));
    assertEquals(412, city.upload(declared, PNG));
    assertEquals(403, city.upload(declared, Arrays.copyOf(PNG, PNG.length - 1)));
  }

  @Test
  void shouldDeliverAgainWhenTheEventOvertakesTheDeclaration() {
    String application = city.draft();

    assertThrows(RetryableFault.class, () -> city.deliver(application, "e0123456789abcdef0123"));
  }

  @Test
  void shouldDeliverAgainWhenTheObjectIsNotSeenYet() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));

    assertThrows(RetryableFault.class, () -> city.deliver(application, id));
  }

  @Test
  void shouldDoNothingWhenTheEventComesTwice() {
    String application = city.draft();
    String id = city.checked(application, Condition.SIZE);

    assertEquals("CHECKED", city.deliver(application, id));
    assertEquals(2, city.types(id).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "applications/dalian/readme.txt",
        "applications/nowhere/a00000000000000000000/e00000000000000000000",
        "applications/dalian/a00000000000000000000/e00000000000000000000",
        "policies/dalian/p00000000000000000000/d00000000000000000000"
      })
  void shouldNoteAnObjectThatNobodyCouldHaveDeclared(String key) {
    assertEquals("UNKNOWN", city.handle(city.city.records, city.objects, key));
  }

  @Test
  void shouldComeToTheSameResultWhenKilledAtAnyStep() {
    int step = 0;
    boolean killed = true;
    while (killed) {
      step++;
      String application = city.draft();
      String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
      city.place(application, id, PNG);
      Faults faults = new Faults().killAfter(step);
      killed = isKilled(faults, "applications/dalian/" + application + "/" + id);

      assertEquals("CHECKED", city.deliver(application, id));
      assertEquals(2, city.types(id).size());
      RecordKey counter = Evidence.counter("dalian", application);
      assertEquals(2, city.city.records.counter(counter));
    }
    assertTrue(step > 4, "steps " + step);
  }

  private boolean isKilled(Faults faults, String key) {
    try {
      city.handle(
          new FaultyRecords(city.city.records, faults),
          new FaultyObjects(city.objects, faults),
          key);
      return false;
    } catch (Killed _) {
      return true;
    }
  }
}
