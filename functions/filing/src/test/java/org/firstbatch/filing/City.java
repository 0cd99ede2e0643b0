package org.firstbatch.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.InMemoryObjects;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Form;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.evidence.DocumentType;
import org.firstbatch.evidence.Scanner;
import org.firstbatch.evidence.Scanner.Scan;
import org.firstbatch.evidence.UploadState;
import org.firstbatch.filing.Document.DocumentKind;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.Moment;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.User;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;

/**
 * A city in memory: two insurers, three bodies, one enterprise, and policies signed in the first
 * quarter of 2026, whose filing window is 1 to 15 April.
 */
final class City {

  static final String INSURER = "INS1";
  static final String ENTERPRISE = "91440300708461136T";

  /** A picture of one pixel. */
  static final byte[] PNG =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
                  + "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082");

  static final Instant IN_WINDOW = Instant.parse("2026-04-10T02:00:00Z");

  final InMemoryRecords records = new InMemoryRecords();
  final InMemoryObjects objects = new InMemoryObjects();
  final Schemes schemes;
  final TestGateway gateway;

  City() {
    this(new ShippedSchemes());
  }

  City(Schemes schemes) {
    this.schemes = schemes;
    gateway = new TestGateway(records, Wiring.routes(records, objects, schemes)).at(IN_WINDOW);
    gateway
        .member("signer", Role.INSURER, INSURER, Capacity.SIGNER)
        .member("preparer", Role.INSURER, INSURER, Capacity.PREPARER)
        .member("rival", Role.INSURER, "INS2", Capacity.SIGNER)
        .member("owner", Role.ENTERPRISE, ENTERPRISE, Capacity.SIGNER)
        .member("stranger", Role.ENTERPRISE, "91110000802100433B", Capacity.SIGNER)
        .member("regulator", Role.REGULATOR, "regulator", Capacity.SIGNER)
        .member("commission", Role.COMMISSION, "commission", Capacity.SIGNER)
        .member("finance", Role.FINANCE, "finance", Capacity.SIGNER)
        .member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
    insurer(INSURER, null);
    insurer("INS2", null);
  }

  City insurer(String key, InsurerRecord.@Nullable Bar bar) {
    InsurerRecord.Span span = new InsurerRecord.Span(LocalDate.of(2025, 7, 1), null);
    put(
        Programme.INSURER,
        Programme.insurerKey("dalian", key),
        new InsurerRecord(key, key, List.of(span), List.of(), bar));
    return this;
  }

  City related(String person, String organisation) {
    put(
        Memberships.RELATION,
        Membership.relationKey("dalian", person, organisation),
        new Relation(person, organisation, "前雇员", Instant.EPOCH));
    return this;
  }

  /** Policies with a checked contract copy, confirmed by the enterprise. */
  List<String> policies(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> fileable(number)).toList();
  }

  String fileable(int number) {
    String id = register(INSURER, number, LocalDate.of(2026, 2, 10), Form.CONFIRMED);
    checked(id, DocumentKind.CONTRACT_COPY, 1);
    return id;
  }

  String register(String insurer, int number, LocalDate signed, Form form) {
    return register(insurer, number, signed, form, Policies.State.REGISTERED, null);
  }

  String register(
      String insurer,
      int number,
      LocalDate signed,
      Form form,
      Policies.State state,
      @Nullable String lateGround) {
    String id = Policies.id("dalian", insurer, number(number));
    register(id, policy(insurer, number(number), signed), form, state, lateGround);
    return id;
  }

  /** A policy under an id that an event names. */
  void registerAs(String id, String insurer, int number, LocalDate signed, Form form) {
    Policy policy = policy(insurer, number(number), signed);
    register(id, policy, form, Policies.State.REGISTERED, null);
  }

  private static String number(int number) {
    return "P-%05d".formatted(number);
  }

  private void register(
      String id, Policy policy, Form form, Policies.State state, @Nullable String lateGround) {
    put(
        Policies.POLICY,
        Policies.key("dalian", id),
        new Registered(
            id,
            policy,
            1,
            state,
            new Decision(List.of()),
            Money.ofYuan(1000),
            Money.ofYuan(2000),
            Instant.parse("2026-02-20T03:04:05.678Z"),
            form,
            null,
            null,
            null,
            lateGround));
  }

  private static Policy policy(String insurer, String number, LocalDate signed) {
    return new Policy(
        insurer,
        number,
        new Policy.Insured(new CreditCode(ENTERPRISE), "大连样品机械有限公司"),
        new Policy.Product("数控机床", "XK-1"),
        "DL-2026-001",
        new User.Domestic(new CreditCode("91110000802100433B"), "用户公司"),
        new Policy.SupplyContract("HT-1", signed.minusDays(5), Money.ofYuan(1_000_000)),
        Policy.Batch.of("B-" + number, signed.minusDays(4)),
        Moment.at(signed.minusDays(1), 9, 30),
        Moment.at(signed, 10, 0),
        new Cover(Moment.on(signed), Moment.on(signed.plusYears(1).minusDays(1))),
        "C-1",
        Policy.Sums.of(Money.ofYuan(100_000), Money.ofYuan(3_000), Money.ZERO),
        ProductClass.ORDINARY);
  }

  /** The certificate that all policies rest on; revoked for false material, or not. */
  void certify(boolean isRevoked) {
    Certificate certificate =
        new Certificate(
            "DL-2026-001",
            new CreditCode(ENTERPRISE),
            ProductClass.ORDINARY,
            "数控机床",
            "XK-1",
            LocalDate.of(2026, 1, 8),
            LocalDate.of(2027, 1, 8),
            isRevoked
                ? new Revocation(LocalDate.of(2026, 4, 10), true, Text.same("检测报告系伪造"))
                : null);
    RecordKey key = Certificates.key("dalian", certificate.number());
    Certificates.Registered registered =
        Certificates.Registered.imported(certificate, "大连样品机械有限公司", "甲1");
    records
        .find(key)
        .ifPresentOrElse(
            old ->
                records.putAll(
                    List.of(old.next(old.schema(), "1", Json.write(registered), old.journal()))),
            () -> put(Certificates.CERTIFICATE, key, registered));
  }

  /** As the policy function finds its policies again. */
  void rows(List<String> ids) {
    for (String id : ids) {
      StoredRecord record = records.find(Policies.key("dalian", id)).orElseThrow();
      Policy policy = Policies.POLICY.read(record).value().policy();
      put(
          Policies.GUARD,
          Policies.rowKey("dalian", ENTERPRISE, policy, id),
          new Policies.Guard(id));
    }
  }

  /** A document that was declared for a revision and passed its check. */
  void checked(String policy, DocumentKind kind, int revision) {
    String id = "d" + Hashes.hex(policy + kind).substring(0, 20);
    Document document =
        new Document(
            id,
            policy,
            kind,
            "copy.pdf",
            DocumentType.PDF,
            10,
            Hashes.hex("copy"),
            revision,
            UploadState.CHECKED,
            1,
            null,
            Scan.NOT_SCANNED,
            Instant.EPOCH);
    put(Document.KIND, Document.key("dalian", policy, id), document);
  }

  <T> void put(Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(StoredRecord.first(key, kind.schema(), "1", Instant.EPOCH, Json.write(value))));
  }

  static String filing(String quarter, List<String> policies) {
    return Json.write(Map.of("quarter", quarter, "policies", policies));
  }

  /** Files policies for the first quarter; the worker has not run. */
  String receive(List<String> policies) {
    TestGateway.Answer answer = gateway.as("signer").post("/filings", filing("2026Q1", policies));
    if (answer.status() != 202) {
      throw new AssertionError(answer.http().body());
    }
    return answer.json().path("filing").asText();
  }

  /** Files policies and runs the worker. */
  String file(List<String> policies) {
    String id = receive(policies);
    work(records, id);
    return id;
  }

  /** Delivers filing.received to the worker on some records. */
  void work(Records behind, String filing) {
    worker(behind).handle(received(filing));
  }

  FilingIntake intake(Records behind, ObjectStore store) {
    return new FilingIntake(behind, store, schemes, Scanner.none());
  }

  FilingWorker worker(Records behind) {
    return new FilingWorker(new CheckAndFile(behind, schemes), new MarkRevoked(behind, schemes));
  }

  /** The bus's event of a received filing. */
  JsonNode received(String filing) {
    return heard(records.find(Journal.key("dalian", "filing", filing, 1)).orElseThrow().body());
  }

  /** The bus's event of an entry. */
  static JsonNode heard(String entry) {
    ObjectNode event = Json.mapper().createObjectNode();
    ObjectNode record = event.putObject("detail").put("eventName", "INSERT");
    ObjectNode dynamodb = record.putObject("dynamodb").put("SequenceNumber", "1");
    dynamodb.putObject("NewImage").putObject("b").put("S", entry);
    return event;
  }

  /** What a person who reads a record is told its version is. */
  String etag(String path) {
    return gateway.as("auditor").get(path).header("etag");
  }

  Filings.Filing filed(String filing) {
    return records
        .find(Filings.key("dalian", filing))
        .map(record -> Filings.FILING.read(record).value())
        .orElseThrow();
  }

  /** All claims in all queues, whether visible or not. */
  List<Claims.Claim> claims() {
    return records.list(Table.CLAIMS).stream()
        .filter(record -> record.key().partition().contains("!queue!"))
        .filter(record -> !record.key().sort().contains("!mark!"))
        .map(record -> Claims.CLAIM.read(record).value())
        .toList();
  }

  long inputRevision() {
    return records.counter(Claims.inputRevision("dalian", 2026));
  }

  List<String> journal(String kind, String subject) {
    List<String> types = new ArrayList<>();
    records.list(Table.JOURNAL).stream()
        .filter(
            record -> record.key().partition().equals(Journal.partition("dalian", kind, subject)))
        .map(record -> Json.read(record.body(), JournalEntry.class))
        .forEach(entry -> types.add(entry.type()));
    return types;
  }

  /** The receipt in an entry of a record's journal. */
  JsonNode receipt(String kind, String subject, int sequence) {
    return records
        .find(Journal.key("dalian", kind, subject, sequence))
        .map(record -> Journal.KIND.read(record).value().facts().path("receipt"))
        .orElseThrow();
  }

  static String sha256(byte[] content) {
    return HexFormat.of().formatHex(Hashes.digest().digest(content));
  }
}
