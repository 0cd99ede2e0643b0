package org.firstbatch.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.checks.Play.Answered;
import org.firstbatch.measures.explain.Text;

/**
 * A year of the city in which every operation of the API is called, in the order in which each can
 * succeed, by a person of the right role.
 */
final class YearOfExamples {

  private static final String MAKER = "91210200MA0000011N";

  private final FakeCloud cloud;
  private final Play play;
  private final Uploads uploads;

  YearOfExamples(FakeCloud cloud, Play play) {
    this.cloud = cloud;
    this.play = play;
    this.uploads = new Uploads(cloud, play);
  }

  void play() {
    people();
    play.at("2026-03-02T02:00:00Z");
    programme();
    certificates();
    new ApplicationExamples(cloud, play).play();
    policies();
    documents();
    play.at("2026-04-10T02:00:00Z");
    filing();
    review();
    receipt();
    play.at("2026-04-21T01:00:00Z");
    plans();
    position();
    play.at("2027-01-25T01:00:00Z");
    revocation();
    closing();
    journal();
  }

  private void people() {
    TestGateway gateway = new TestGateway(cloud.records(), List.of());
    for (Role body : List.of(Role.COMMISSION, Role.FINANCE, Role.REGULATOR)) {
      for (int number = 1; number <= 2; number++) {
        String name = body.label();
        gateway.member(name + "-" + number, body, name, Capacity.SIGNER);
        gateway.member(name + "-admin-" + number, body, name, Capacity.ADMINISTRATOR);
      }
    }
    gateway
        .member("insurer-1", Role.INSURER, "picc", Capacity.SIGNER)
        .member("maker-1", Role.ENTERPRISE, MAKER, Capacity.SIGNER)
        .member("auditor-1", Role.AUDITOR, "audit", Capacity.PREPARER);
  }

  private void programme() {
    play.open("showParameters");
    budgets();
    insurers();
    calendars();
    memberships();
  }

  private void budgets() {
    byTwo("finance", "proposeBudget", body -> {});
    propose("finance-1", "proposeSupplement", body -> {});
    play.as("finance-2", "refuseChange");
    propose("finance-1", "proposeSupplement", body -> {});
    play.as("finance-1", "withdrawChange");
    byTwo("finance", "proposeSupplement", body -> {});
    play.as("finance-2", "listChanges");
    play.as("finance-2", "showChange");
    play.open("listBudgets");
    play.open("showBudget");
  }

  private void insurers() {
    byTwo(
        "regulator",
        "proposeInsurer",
        body -> body.put("insurer", "picc").put("from", "2025-07-01"));
    byTwo("regulator", "proposeInsurer", body -> {});
    play.know("insurer", "cpic");
    byTwo("regulator", "proposeSuspension", body -> {});
    byTwo("regulator", "proposeReinstatement", body -> {});
    byTwo("regulator", "proposeBar", body -> {});
    byTwo("regulator", "proposeAnnulmentOfBar", body -> {});
    play.open("listInsurers");
    play.open("showInsurer");
    byTwo(
        "regulator",
        "proposeClause",
        body -> body.put("number", "C-1").put("insurer", "picc").put("from", "2025-07-01"));
    byTwo("regulator", "proposeClause", body -> {});
    play.open("listClauses");
    play.open("showClause");
  }

  private void calendars() {
    byTwo("commission", "proposeCalendar", body -> {});
    byTwo("commission", "proposeNotice", body -> {});
    play.open("listCalendars");
    play.open("showCalendar");
    play.open("showNotice");
    play.know("?version", "1").open("showNotice");
    play.forget("?version");
  }

  private void memberships() {
    propose("commission-admin-1", "proposeMembership", body -> {});
    play.as("commission-admin-2", "approveChange");
    propose("commission-admin-1", "proposeEndOfMembership", body -> {});
    play.as("commission-admin-2", "approveChange");
    play.as("commission-admin-1", "listMemberships");
    play.as("regulator-2", "declareRelation");
    play.as("regulator-2", "listRelations");
    play.as("regulator-2", "showMe");
  }

  private void byTwo(String body, String operation, Consumer<ObjectNode> change) {
    propose(body + "-1", operation, change);
    play.as(body + "-2", "approveChange");
  }

  private void propose(String person, String operation, Consumer<ObjectNode> change) {
    JsonNode proposed = play.as(person, operation, change).json();
    play.know("change", proposed.path("change").asText());
  }

  private void certificates() {
    play.as("commission-1", "importCertificates");
    play.open("listCertificateLists");
    play.open("showCertificateList");
    play.open("searchCertificates");
    play.open("showCertificate");
    publication();
    correction();
    play.open("searchRegister");
    play.open("showCertificateFile");
    publication();
    correction();
    play.open("showDeadline");
    play.open("checkPolicy");
  }

  private void publication() {
    AssessedApplications applications = new AssessedApplications(cloud.records());
    applications.put("a00000000000000000001", "91210200000000002M", true);
    applications.put("a00000000000000000002", "91210200000000002M", false);
    play.as("commission-1", "publishCertificates");
    play.know("list", "大经信发〔2026〕7号");
    play.as("auditor-1", "listDepartures");
    applications.begin("大经信发〔2026〕8号");
    play.as("auditor-1", "listUnfinishedLists");
    play.know("list", "大经信发〔2026〕8号");
    play.as("commission-2", "withdrawPublication");
    play.forget("list");
  }

  private void correction() {
    play.know("certificate", "FB-2026-2");
    play.as("commission-1", "proposeCorrection");
    play.as("commission-2", "showProposal");
    play.as("commission-2", "listProposals");
    play.asSeen("commission-1", "showProposal", "withdrawProposal");
    play.as("commission-1", "proposeCorrection");
    play.asSeen("commission-2", "showProposal", "refuseProposal");
    play.as("commission-1", "proposeCorrection");
    play.asSeen("commission-2", "showProposal", "approveProposal");
    play.open("listCertificateVersions");
    play.forget("certificate");
  }

  /** The certificate of the year's policies turns out to rest on false material. */
  private void revocation() {
    play.as("commission-1", "proposeRevocation");
    play.asSeen("commission-2", "showProposal", "approveProposal");
    play.open("showCertificate");
    play.open("listCertificateVersions");
  }

  private void policies() {
    play.as("insurer-1", "registerPolicy", body -> body.put("certificateNumber", "FB-2026-9"));
    play.as("commission-1", "overrideCreditCode");
    register("P-2");
    play.asSeen("insurer-1", "showPolicy", "withdrawPolicy");
    register("P-2");
    play.asSeen(
        "insurer-1", "showPolicy", "endorsePolicy", body -> body.put("premium", "900000.00"));
    play.asSeen("insurer-1", "showPolicy", "endorsePolicy");
    play.asSeen("insurer-1", "showPolicy", "surrenderPolicy");
    register("P-1");
    play.as("maker-1", "disputePolicy");
    play.as("maker-1", "withdrawDispute");
    correct();
    play.as("maker-1", "confirmPolicy", body -> body.put("revision", 2));
    play.as("regulator-1", "recordLateGround");
    play.as("insurer-1", "listPolicies");
  }

  /** Corrects the policy as it was read first, which is stale, then as it stands. */
  private void correct() {
    play.as("insurer-1", "correctPolicy");
    play.asSeen("insurer-1", "showPolicy", "correctPolicy");
  }

  /** Registers a policy of the same product for a user of its own; the first is the example's. */
  private void register(String number) {
    Answered registered =
        play.as(
            "insurer-1",
            "registerPolicy",
            body -> {
              body.put("number", number).put("insurer", "picc");
              if (!number.equals("P-1")) {
                ((ObjectNode) body.path("sums")).remove("paidByEnterprise");
                body.putObject("user")
                    .put("country", "新加坡")
                    .put("registrationNumber", "200012345" + number)
                    .put("name", "Sample User Pte. Ltd.");
              }
            });
    String id = registered.json().path("id").asText();
    play.know("policy", id).know("claim", id);
  }

  private void documents() {
    play.as("insurer-1", "declareDocument");
    uploads.picture("CONTRACT_COPY");
    play.as("insurer-1", "listDocuments");
    play.as("insurer-1", "readDocument");
  }

  private void filing() {
    String first = play.known("policy");
    register("P-3");
    play.as("maker-1", "confirmPolicy");
    uploads.picture("CONTRACT_COPY");
    String second = play.known("policy");
    play.as("insurer-1", "fileQuarter", body -> body.put("quarter", "2025Q4"));
    file(second);
    play.asSeen("regulator-1", "showClaim", "rejectClaim");
    play.asSeen("insurer-1", "showClaim", "withdrawClaim");
    play.know("policy", first).know("claim", first);
    file(first);
    play.as("commission-1", "listFilings");
    play.as("commission-1", "showFiling");
    play.as("commission-1", "listFindings");
    play.as("commission-1", "listClaims");
  }

  private void file(String policy) {
    JsonNode filing =
        play.as("insurer-1", "fileQuarter", body -> body.putArray("policies").add(policy)).json();
    play.know("filing", filing.path("filing").asText());
  }

  private void review() {
    play.asSeen("finance-1", "showClaim", "holdClaim");
    play.asSeen("finance-1", "showClaim", "releaseClaim");
    play.asSeen("finance-1", "showClaim", "acceptClaim");
    play.asSeen("commission-1", "showFiling", "acceptFiling");
    play.asSeen("regulator-1", "showFiling", "acceptFiling");
    play.as("maker-1", "showClaim");
  }

  /** An act that hands out a receipt, whichever; what is called next lets it be heard of. */
  private void receipt() {
    Actor actor = Actor.system("dalian", play.now(), "request-receipt", "1");
    Text next = Text.of("三方将审核此申报。", "The three bodies review this filing.");
    Receipt receipt = Receipt.of(actor, "seed", "filing.received", "2026Q1", "", next, null);
    Unit unit = new Unit(actor);
    Map<String, Object> facts = Map.of("receipt", receipt);
    unit.note(Happening.of("receipt.given", "receipt", "1", List.of("picc"), facts));
    cloud.records().commit(unit.transaction("receipt"));
    play.open("showParameters");
    play.know("receipt", receipt.number());
    play.as("insurer-1", "showReceiptFile");
  }

  private void plans() {
    run();
    play.asSeen("finance-1", "showPlan", "declinePlan");
    run();
    play.asSeen("regulator-1", "showPlan", "discardPlan");
    run();
    JsonNode plan = play.as("commission-1", "showPlan").json();
    play.as("insurer-1", "listPlanLines");
    play.as("commission-1", "showPlanFiles");
    for (String signer : List.of("commission-1", "finance-1", "regulator-2")) {
      play.as(signer, "signPlan", body -> body.put("sha256", plan.path("sha256").asText()));
    }
    play.as("commission-1", "listPlans");
    play.open("listSignedPlans");
    play.open("showSignedPlan");
    play.open("listSignedPlanLines");
    play.open("showSignedPlanFiles");
    play.open("showSignedPlanDocument");
  }

  private void run() {
    JsonNode asked = play.as("regulator-1", "requestRun").json();
    play.know("run", asked.path("run").asText());
    JsonNode run = play.as("regulator-1", "showRun").json();
    play.know("place", run.path("place").asText("1"));
    play.as("regulator-1", "listRuns");
  }

  private void position() {
    play.open("showPosition");
    play.as("maker-1", "showOwnPosition");
  }

  private void closing() {
    play.as("finance-1", "proposeClosing");
    play.as("finance-2", "approveClosing");
    play.as("finance-2", "showClosing");
  }

  private void journal() {
    history("policy", play.known("policy"));
    history("filing", play.known("filing"));
    history("claim", play.known("claim"));
    history("plan", "2026-1");
    history("budget", "2026");
    history("certificate-list", "大经信发〔2026〕1号");
    history("application", "a1");
    history("membership", "finance:finance:finance-1");
    play.as("commission-1", "showDay");
    play.as("regulator-1", "showPerson");
  }

  private void history(String kind, String id) {
    play.know("kind", kind).know("id", id);
    play.as("commission-1", "showHistory");
  }
}
