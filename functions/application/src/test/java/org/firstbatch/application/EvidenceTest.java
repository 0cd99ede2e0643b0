package org.firstbatch.application;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.measures.scheme.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may declare, replace and read evidence, and when it may be handed in. */
class EvidenceTest {

  private static final byte[] PNG = EvidenceCity.PNG;

  private final EvidenceCity city = new EvidenceCity();

  @Test
  void shouldGiveTheSamePieceToAReplayedKey() {
    String application = city.draft();
    String path = "/applications/" + application + "/evidence";
    String body = City.body(EvidenceCity.body(Condition.SIZE, PNG));

    Answer first = city.gateway.as("clerk").key("declare-1").post(path, body);
    Answer again = city.gateway.as("clerk").key("declare-1").post(path, body);

    assertEquals(first.http(), again.http());
    assertEquals(1, city.list("owner", application).size());
  }

  @Test
  void shouldTakeAnUploadForFiveMinutesToAPlaceThatTheServerChose() {
    String application = city.draft();
    Answer early = city.declare("clerk", application, Condition.SIZE, PNG);
    Answer late = city.declare("clerk", application, Condition.STANDARDS, PNG);
    String uri = early.json().path("upload").path("uri").asText();
    assertTrue(uri.contains(EvidenceCity.id(early)), uri);
    assertFalse(URLDecoder.decode(uri, StandardCharsets.UTF_8).contains(".png"), uri);

    city.real = City.MONDAY.plusSeconds(299);
    assertEquals(200, city.upload(early, PNG));
    assertEquals(412, city.upload(early, PNG));
    city.real = City.MONDAY.plusSeconds(300);
    assertEquals(403, city.upload(late, PNG));
  }

  @Test
  void shouldShowAPieceForFiveMinutes() {
    String application = city.draft();
    String id = city.checked(application, Condition.SIZE);
    URI link = URI.create(city.link("owner", application, id).json().path("link").asText());

    city.real = City.MONDAY.plusSeconds(299);
    assertTrue(city.objects.fetch(link).isPresent());
    city.real = City.MONDAY.plusSeconds(300);
    assertTrue(city.objects.fetch(link).isEmpty());
  }

  @Test
  void shouldRefuseTheSameFileTwiceForACondition() {
    String application = city.draft();
    String id = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));

    Answer again = city.declare("clerk", application, Condition.SIZE, PNG);

    assertEquals(409, again.status());
    assertEquals(id, again.json().path("evidence").asText());
    assertEquals(201, city.declare("clerk", application, Condition.STANDARDS, PNG).status());
  }

  @Test
  void shouldKeepAReplacedPieceAndMarkIt() {
    String application = city.draft();
    String old = city.checked(application, Condition.SIZE);
    Map<String, Object> body = EvidenceCity.body(Condition.SIZE, PNG);
    body.put("replaces", old);

    String piece = EvidenceCity.id(city.declare("clerk", application, body));

    JsonNode all = city.list("owner", application);
    assertEquals(2, all.size());
    assertEquals(old, byId(all, piece).path("replaces").asText());
    assertEquals(piece, byId(all, old).path("replacedBy").asText());
    assertEquals("evidence.replaced", city.types(old).getLast());
    assertEquals(200, city.link("owner", application, old).status());
  }

  @Test
  void shouldReplaceOnlyAPieceOfTheSameConditionThatStands() {
    String application = city.draft();
    String old = city.checked(application, Condition.SIZE);
    Map<String, Object> other = EvidenceCity.body(Condition.STANDARDS, PNG);
    other.put("replaces", old);
    Map<String, Object> body = EvidenceCity.body(Condition.SIZE, PNG);
    body.put("replaces", old);
    Map<String, Object> unknown = EvidenceCity.body(Condition.SIZE, PNG);
    unknown.put("replaces", "e00000000000000000000");

    assertEquals(400, city.declare("clerk", application, other).status());
    assertEquals(400, city.declare("clerk", application, unknown).status());
    assertEquals(201, city.declare("clerk", application, body).status());
    assertEquals(400, city.declare("clerk", application, body).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"../执照.png", "a/b.png", "C:\\a.png", "a\u0007.png", "a\u202egnp.exe"})
  void shouldRefuseANameWithAPathOrControlCharacters(String name) {
    String application = city.draft();
    Map<String, Object> body = EvidenceCity.body(Condition.SIZE, PNG);
    body.put("name", name);

    Answer answer = city.declare("clerk", application, body);

    assertEquals(400, answer.status());
    assertEquals("/name", answer.json().path("errors").get(0).path("pointer").asText());
  }

  @Test
  void shouldDeclareOnlyForOneselfWhileItIsADraft() {
    String application = city.draft();

    assertEquals(404, city.declare("stranger", application, Condition.SIZE, PNG).status());
    assertEquals(403, city.declare("district-1", application, Condition.SIZE, PNG).status());
    assertEquals(403, city.declare("auditor", application, Condition.SIZE, PNG).status());
  }

  @Test
  void shouldDeclareNothingOnceItIsSubmitted() {
    String application = city.submitted();

    assertEquals(409, city.declare("clerk", application, Condition.SIZE, PNG).status());
  }

  @Test
  void shouldOpenOnlyTheEvidenceThatWasReturned() {
    String application = city.submitted();
    city.act(200, "district-1", application, "return", City.open("evidence.SIZE", "看不清"));

    assertEquals(409, city.declare("clerk", application, Condition.STANDARDS, PNG).status());
    assertEquals(201, city.declare("clerk", application, Condition.SIZE, PNG).status());
  }

  @Test
  void shouldRefuseToSubmitWithPiecesThatFailedOrAreUnchecked() {
    String application = city.whole();
    String unchecked = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    String failed = EvidenceCity.id(city.declare("clerk", application, Condition.STANDARDS, PNG));
    city.place(application, failed, new byte[] {1});
    city.deliver(application, failed);

    JsonNode refused = city.act(422, "owner", application, "submission", Map.of());

    assertEquals(2, refused.path("pieces").size());
    List<String> named =
        List.of(
            refused.path("pieces").get(0).path("evidence").asText(),
            refused.path("pieces").get(1).path("evidence").asText());
    assertTrue(named.containsAll(List.of(unchecked, failed)), named.toString());
  }

  @Test
  void shouldSubmitWithAReplacementOfThePieceThatFailed() {
    String application = city.whole();
    String failed = EvidenceCity.id(city.declare("clerk", application, Condition.SIZE, PNG));
    city.place(application, failed, new byte[] {1});
    city.deliver(application, failed);
    Map<String, Object> body = EvidenceCity.body(Condition.SIZE, PNG);
    body.put("replaces", failed);
    city.arrive(application, city.declare("clerk", application, body), PNG);

    city.act(200, "owner", application, "submission", Map.of());
  }

  @Test
  void shouldNotSubmitPastAPieceThatIsDeclaredMeanwhile() {
    String application = city.whole();
    TestGateway racing =
        city.gateway(
            new Meanwhile(
                city.city.records, () -> city.declare("clerk", application, Condition.SIZE, PNG)));

    Answer answer =
        racing
            .as("owner")
            .header("if-match", city.city.version(application))
            .post("/applications/" + application + "/submission", "{}");

    assertEquals(422, answer.status());
    assertEquals(1, answer.json().path("pieces").size());
  }

  @Test
  void shouldDeclareNothingPastASubmissionMeanwhile() {
    String application = city.whole();
    TestGateway racing =
        city.gateway(
            new Meanwhile(
                city.city.records,
                () -> city.act(200, "owner", application, "submission", Map.of())));
    String body = City.body(EvidenceCity.body(Condition.SIZE, PNG));

    Answer answer = racing.as("clerk").post("/applications/" + application + "/evidence", body);

    assertEquals(409, answer.status());
  }

  @ParameterizedTest
  @CsvSource({
    "owner,200",
    "clerk,200",
    "auditor,200",
    "stranger,404",
    "district-1,404",
    "commission-1,404",
    "evaluator-1,404"
  })
  void shouldShowADraftsEvidenceToItsApplicantAndAuditorsOnly(String person, int status) {
    String application = city.draft();
    String id = city.checked(application, Condition.SIZE);

    assertEquals(status, city.link(person, application, id).status());
  }

  @ParameterizedTest
  @CsvSource({
    "owner,200",
    "auditor,200",
    "stranger,404",
    "district-1,200",
    "elsewhere,404",
    "commission-1,200",
    "evaluator-1,200",
    "rival,404"
  })
  void shouldShowEvidenceToThePartiesOfTheCase(String person, int status) {
    String application = city.submitted();
    city.act(200, "district-1", application, "confirmation", City.confirmation());
    city.act(200, "commission-1", application, "assignment", Map.of("evaluator", "EV1"));
    String id = city.list("owner", application).get(0).path("evidence").asText();

    assertEquals(status, city.link(person, application, id).status());
  }

  @Test
  void shouldGiveNoLinkThatIsNotJournalled() {
    String application = city.draft();
    String id = city.checked(application, Condition.SIZE);
    Arrays.stream(Condition.values())
        .filter(each -> each != Condition.SIZE)
        .forEach(each -> city.checked(application, each));
    city.act(200, "owner", application, "submission", Map.of());

    Answer link = city.link("district-1", application, id);

    URI uri = URI.create(link.json().path("link").asText());
    assertArrayEquals(
        EvidenceCity.png(List.of(Condition.values()).indexOf(Condition.SIZE)),
        city.objects.fetch(uri).orElseThrow());
    assertEquals("evidence.read", city.types(id).getLast());
    assertEquals("district-1", city.journal(id).getLast().person());
    assertFalse(city.journal(id).toString().contains("中小工业企业"), "no file names in the journal");
  }

  private static JsonNode byId(JsonNode all, String id) {
    for (JsonNode each : all) {
      if (each.path("evidence").asText().equals(id)) {
        return each;
      }
    }
    throw new AssertionError(id);
  }
}
