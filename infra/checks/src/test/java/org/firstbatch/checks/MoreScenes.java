package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.checks.Play.Answered;

/** What each role may do besides, and the year of examples shows of one role only. */
final class MoreScenes {

  private static final String COLLEAGUE = "colleague-1";

  private final FakeCloud cloud;
  private final Play play;
  private final Scenes scenes;

  MoreScenes(FakeCloud cloud, Play play, Scenes scenes) {
    this.cloud = cloud;
    this.play = play;
    this.scenes = scenes;
  }

  void play() {
    applications();
    handling();
    withdrawal();
    policies();
    filedPolicies();
    openClaims();
    relations();
    claims();
    plans();
    for (Role role : Role.values()) {
      changes(role);
    }
    newcomers();
    programme();
  }

  /** An application that an evaluator has in hand is seen by all its parties. */
  private void applications() {
    scenes.backTo("assessApplication", "evaluator-1");
    play.as("auditor-1", "listApplications");
    play.as("auditor-1", "showApplication");
    play.as("auditor-1", "listSubmissions");
    play.as("auditor-1", "showSubmission");
    play.as("auditor-1", "compareSubmissions");
    JsonNode evidence = play.as("auditor-1", "listEvidence").json();
    play.know("evidence", evidence.at("/items/0/evidence").asText());
    play.as("auditor-1", "readEvidence");
    play.know("kind", "application").know("id", play.known("application"));
    play.as("auditor-1", "showHistory");
    play.know("day", "2026-03-02").as("auditor-1", "showDay");
    play.forget("day");
    play.know("receipt", receiptOfSupplement());
    play.as("auditor-1", "showReceiptFile");
  }

  /** What the enterprise handed in while the evaluator had its case. */
  private String receiptOfSupplement() {
    List<String> receipts =
        play.answers().stream()
            .takeWhile(answered -> !answered.operation().id().equals("assessApplication"))
            .filter(answered -> answered.operation().id().equals("submitApplication"))
            .filter(Answered::isSuccess)
            .map(answered -> answered.json().at("/receipt/number").asText())
            .toList();
    return receipts.getLast();
  }

  /** Each organisation whose turn it is takes over, and hands over to a colleague. */
  private void handling() {
    handling("submitApplication", "maker-1", Role.ENTERPRISE);
    handling("confirmApplication", "district-1", Role.DISTRICT);
    handling("assignApplication", "commission-1", Role.COMMISSION);
    handling("assessApplication", "evaluator-1", Role.EVALUATOR);
  }

  private void handling(String before, String person, Role role) {
    inHand(before, person, role);
    play.as(person, "handOverAllApplications", body -> body.put("to", COLLEAGUE));
    inHand(before, person, role);
    play.as(person, "handOverApplication", body -> body.put("to", COLLEAGUE));
  }

  private void inHand(String before, String person, Role role) {
    scenes.backTo(before, person);
    colleague(role, Scenes.party(role));
    if (Scenes.OTHERS.containsKey(role)) {
      colleague(role, Scenes.OTHERS.get(role));
    }
    play.as(person, "takeOverApplication");
  }

  private void colleague(Role role, String organisation) {
    scenes.gateway().member(COLLEAGUE, role, organisation, Capacity.PREPARER);
  }

  /** A publication that was cut off before its last write goes on, or is withdrawn. */
  private void withdrawal() {
    cutOff();
    play.as("commission-1", "publishCertificates");
    cutOff();
    play.as("commission-2", "withdrawPublication");
  }

  private void cutOff() {
    scenes.backTo("listDepartures", "auditor-1");
    String partition = Certificates.listPartition(Scenes.SCHEME, play.known("list"));
    RecordKey key = new RecordKey(Table.CERTIFICATES, partition, "publication");
    StoredRecord published = cloud.records().find(key).orElseThrow();
    ObjectNode writing = Json.object(published.body());
    writing.put("state", "WRITING").remove("receipt");
    StoredRecord record =
        StoredRecord.first(key, published.schema(), "1", play.now(), writing.toString());
    cloud.records().putAll(List.of(record));
  }

  private void policies() {
    scenes.backTo("listPolicies", "insurer-1");
    play.know("?insurer", Scenes.INSURER).as("auditor-1", "listPolicies");
    play.forget("?insurer");
    play.know("kind", "policy").know("id", play.known("policy"));
    play.as("regulator-1", "showHistory");
  }

  /** A policy of a filing is disputed, corrected and ended early, also once a plan awarded it. */
  private void filedPolicies() {
    for (String act : List.of("withdrawPolicy", "surrenderPolicy")) {
      scenes.backTo("holdClaim", "finance-1");
      play.know("policy", play.known("claim"));
      play.as("maker-1", "disputePolicy", body -> body.put("revision", 2));
      play.as("maker-1", "withdrawDispute", body -> body.put("revision", 2));
      play.asSeen(
          "insurer-1",
          "showPolicy",
          "correctPolicy",
          body -> body.put("proposalReceived", "2026-02-19T09:00:00"));
      new Uploads(cloud, play).picture("APPLICATION_FORM");
      play.asSeen("insurer-1", "showPolicy", act);
    }
    scenes.backTo("listPlans", "commission-1");
    play.asSeen("insurer-1", "showPolicy", "surrenderPolicy");
    scenes.backTo("listPlans", "commission-1");
    play.asSeen("insurer-1", "showClaim", "withdrawClaim");
  }

  /** A claim that no plan decided: its certificate is revoked, or its year is closed. */
  private void openClaims() {
    scenes.backTo("holdClaim", "finance-1");
    play.as("commission-1", "proposeRevocation", body -> body.put("falseMaterial", true));
    play.asSeen("commission-2", "showProposal", "approveProposal");
    scenes.backTo("holdClaim", "finance-1");
    play.at("2027-01-25T01:00:00Z");
    play.as("finance-1", "proposeClosing");
    play.as("finance-2", "approveClosing");
    play.asSeen("insurer-1", "showClaim", "withdrawClaim");
  }

  /** Somebody with a relation files for an enterprise to which they have none. */
  private void relations() {
    scenes.backTo("fileQuarter", "insurer-1");
    play.as("insurer-1", "declareRelation", body -> body.put("organisation", "cpic"));
    play.as("insurer-1", "fileQuarter", body -> body.putArray("policies").add(play.known("claim")));
  }

  /** Each of the three bodies holds a claim and releases it. */
  private void claims() {
    for (String person : List.of("commission-1", "regulator-1")) {
      scenes.backTo("holdClaim", "finance-1");
      play.asSeen(person, "showClaim", "holdClaim");
      play.asSeen(person, "showClaim", "releaseClaim");
    }
  }

  /** Insurers see the files of a plan once it is signed. */
  private void plans() {
    scenes.backTo("listPlans", "commission-1");
    play.as("auditor-1", "showPlanFiles");
  }

  /** The administrators of each organisation propose and decide on its memberships. */
  private void changes(Role role) {
    scenes.backTo("proposeMembership", "commission-admin-1");
    String organisation = Scenes.party(role);
    String keeper = (role == Role.INSURER ? "regulator" : "commission") + "-admin-";
    String first = "first-of-" + role.label();
    String second = "second-of-" + role.label();
    member(keeper + 1, keeper + 2, first, role, organisation, Capacity.ADMINISTRATOR);
    member(first, keeper + 2, second, role, organisation, Capacity.ADMINISTRATOR);
    decided(first, second, role, organisation);
    member(first, second, "newcomer", role, organisation, Capacity.PREPARER);
    play.as(first, "listMemberships");
    proposed(first, "proposeEndOfMembership", whose("newcomer", role, organisation));
    play.know("person", second).as(first, "showPerson");
    play.know("person", first).as(first, "showPerson");
    play.forget("person");
  }

  private void decided(String first, String second, Role role, String organisation) {
    proposed(first, "proposeMembership", whose("newcomer", role, organisation));
    play.know("?organisation", organisation).as(first, "listChanges");
    play.forget("?organisation");
    play.as(first, "showChange");
    play.as(first, "withdrawChange");
    proposed(first, "proposeMembership", whose("newcomer", role, organisation));
    play.as(second, "refuseChange");
  }

  /** Makes a member; approved by another where that is needed. */
  private void member(
      String by, String another, String person, Role role, String organisation, Capacity capacity) {
    JsonNode answer =
        proposed(
            by,
            "proposeMembership",
            body -> {
              whose(person, role, organisation).accept(body);
              body.putArray("capacities").add(capacity.name());
            });
    if (answer.path("state").asText().equals("PROPOSED")) {
      play.as(another, "approveChange");
    }
  }

  private JsonNode proposed(String person, String operation, Consumer<ObjectNode> change) {
    JsonNode answer = play.as(person, operation, change).json();
    play.know("change", answer.path("change").asText());
    return answer;
  }

  private static Consumer<ObjectNode> whose(String person, Role role, String organisation) {
    return body -> {
      body.put("person", person).put("role", role.name()).put("organisation", organisation);
      body.remove(List.of("from", "to"));
    };
  }

  /** The Commission keeps the memberships of new organisations, the Regulator those of insurers. */
  private void newcomers() {
    newcomer("commission", Role.DISTRICT, "shahekou");
    newcomer("regulator", Role.INSURER, "pingan");
  }

  private void newcomer(String body, Role role, String organisation) {
    scenes.backTo("proposeMembership", "commission-admin-1");
    String first = body + "-admin-1";
    String second = body + "-admin-2";
    proposed(first, "proposeMembership", whose("newcomer", role, organisation));
    play.as(first, "showChange");
    play.as(first, "withdrawChange");
    proposed(first, "proposeMembership", whose("newcomer", role, organisation));
    play.as(second, "refuseChange");
    member(first, second, "newcomer", role, organisation, Capacity.SIGNER);
    proposed(first, "proposeEndOfMembership", whose("newcomer", role, organisation));
  }

  /** Each of the three bodies decides on what it proposed. */
  private void programme() {
    decidedOn("finance", "proposeSupplement");
    decidedOn("commission", "proposeNotice");
    decidedOn("regulator", "proposeSuspension");
  }

  private void decidedOn(String body, String operation) {
    String first = body + "-1";
    String second = body + "-2";
    scenes.backTo(operation, first);
    proposed(first, operation, _ -> {});
    play.know("?organisation", body).as(second, "listChanges");
    play.forget("?organisation");
    play.as(second, "showChange");
    play.as(second, "approveChange");
    scenes.backTo(operation, first);
    proposed(first, operation, _ -> {});
    play.as(second, "refuseChange");
    scenes.backTo(operation, first);
    proposed(first, operation, _ -> {});
    play.as(first, "withdrawChange");
  }
}
