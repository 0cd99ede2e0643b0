package org.firstbatch.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.Faults;
import org.firstbatch.casework.fake.FaultyRecords;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Clause;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Span;
import org.firstbatch.measures.scheme.ProductClass;

/**
 * A small city: one enterprise with a certificate, two selected insurers, a clause on file, and
 * people of every role; with a policy on which nothing is wrong.
 */
final class City {

  static final String SCHEME = "dalian";
  static final String ENTERPRISE = code("91210200MA0000011");
  static final String OTHER_ENTERPRISE = code("91210200MA0000022");
  static final String USER = code("91210200MA0000033");
  static final String LIST = "大经信发〔2026〕1号";

  final InMemoryRecords records = new InMemoryRecords();
  final TestGateway gateway;

  City() {
    gateway = gateway(records);
    settle();
  }

  /** A valid code from its first 17 characters. */
  static String code(String body) {
    return body + CreditCode.checkCharacter(body);
  }

  static TestGateway gateway(Records on) {
    return new TestGateway(on, Routes.of(on, new ShippedSchemes()));
  }

  /** The same city through a store that fails as told. */
  TestGateway through(Faults faults) {
    return gateway(new FaultyRecords(records, faults)).at(gateway.now());
  }

  private void settle() {
    gateway
        .member("preparer", Role.INSURER, "picc", Capacity.PREPARER)
        .member("signer", Role.INSURER, "picc", Capacity.SIGNER)
        .member("rival", Role.INSURER, "cpic", Capacity.SIGNER)
        .member("boss", Role.ENTERPRISE, ENTERPRISE, Capacity.SIGNER)
        .member("stranger", Role.ENTERPRISE, OTHER_ENTERPRISE, Capacity.SIGNER)
        .member("officer", Role.COMMISSION, "commission", Capacity.SIGNER)
        .member("regulator", Role.REGULATOR, "regulator", Capacity.SIGNER)
        .member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
    put(Programme.INSURER, Programme.insurerKey(SCHEME, "picc"), insurer("picc"));
    put(Programme.INSURER, Programme.insurerKey(SCHEME, "cpic"), insurer("cpic"));
    put(
        Programme.CLAUSE,
        Programme.clauseKey(SCHEME, "C-1"),
        new Clause("C-1", null, true, true, LocalDate.parse("2025-07-01"), null));
    certify("FB-2026-1", ENTERPRISE, true);
  }

  private static InsurerRecord insurer(String key) {
    return new InsurerRecord(
        key, key, List.of(new Span(LocalDate.parse("2025-07-01"), null)), List.of(), null);
  }

  void certify(String number, String enterprise, boolean published) {
    Certificate certificate =
        new Certificate(
            number,
            new CreditCode(enterprise),
            ProductClass.ORDINARY,
            "五轴加工中心",
            "VMC-850",
            LocalDate.parse("2026-01-08"),
            LocalDate.parse("2027-01-07"),
            null);
    put(
        Certificates.CERTIFICATE,
        Certificates.key(SCHEME, number),
        Certificates.Registered.imported(certificate, "大连甲机床有限公司", LIST));
    put(
        Certificates.LIST,
        Certificates.listKey(SCHEME, LIST),
        new PublishedList(LIST, 1, "00", published ? Instant.parse("2026-01-08T01:00:00Z") : null));
  }

  /** Revokes a certificate for false material, as the certification function does. */
  void revoke(String number) {
    Certificates.Registered old =
        Certificates.CERTIFICATE
            .read(records.find(Certificates.key(SCHEME, number)).orElseThrow())
            .value();
    Certificate was = old.certificate();
    Certificate revoked =
        new Certificate(
            was.number(),
            was.enterprise(),
            was.productClass(),
            was.product(),
            was.specification(),
            was.published(),
            was.lastDay(),
            new Certificate.Revocation(LocalDate.parse("2026-03-02"), true, Text.same("检测报告系伪造")));
    put(
        Certificates.CERTIFICATE,
        Certificates.key(SCHEME, number),
        Certificates.Registered.imported(revoked, old.enterpriseName(), old.list()));
  }

  <T> void put(Kind<T> kind, RecordKey key, T value) {
    long version = records.find(key).map(StoredRecord::version).orElse(0L);
    StoredRecord first =
        StoredRecord.first(
            key, kind.schema(), "1", Instant.parse("2026-01-01T00:00:00Z"), Json.write(value));
    StoredRecord record =
        new StoredRecord(
            key,
            version + 1,
            first.schema(),
            first.edition(),
            first.createdAt(),
            first.body(),
            first.journal(),
            Map.of());
    records.putAll(List.of(record));
  }

  /** A policy on which nothing is wrong: insured 2026-02-24, the last day for its delivery. */
  static ObjectNode policy() {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("number", "P-1").put("certificateNumber", "FB-2026-1").put("clauseNumber", "C-1");
    body.put("proposalReceived", "2026-02-20T10:30:00")
        .put("contractSigned", "2026-02-24")
        .put("productClass", "ORDINARY");
    body.putObject("insured").put("creditCode", ENTERPRISE).put("name", "大连甲机床有限公司");
    body.putObject("product").put("name", "五轴加工中心").put("specification", "VMC-850");
    body.putObject("user").put("creditCode", USER).put("name", "大连某用户有限公司");
    body.putObject("supplyContract")
        .put("number", "S-1")
        .put("signed", "2026-01-10")
        .put("amount", "8000000.00");
    body.putObject("batch").put("number", "B-1").put("lastDelivered", "2026-01-16");
    body.putObject("cover").put("inception", "2026-03-01").put("end", "2027-02-28");
    body.putObject("sums").put("insuredAmount", "4200000.00").put("premium", "84000.00");
    return body;
  }

  static ObjectNode part(ObjectNode body, String name) {
    return (ObjectNode) body.get(name);
  }

  String id() {
    return Policies.id(SCHEME, "picc", "P-1");
  }

  /** Registers the policy on which nothing is wrong and gives its id. */
  String register() {
    TestGateway.Answer answer = gateway.as("preparer").post("/policies", policy().toString());
    if (answer.status() != 201) {
      throw new AssertionError(answer.http().body());
    }
    return answer.json().path("id").asText();
  }

  Registered stored(String id) {
    return Policies.POLICY.read(records.find(Policies.key(SCHEME, id)).orElseThrow()).value();
  }

  String etag(String id) {
    return "\"" + records.find(Policies.key(SCHEME, id)).orElseThrow().version() + "\"";
  }

  /** Makes the registered policy a claim of a filing, as the filing function does. */
  void file(String id) {
    Registered policy = stored(id);
    Claim claim =
        new Claim(
            id,
            "picc",
            policy.policy().number(),
            ENTERPRISE,
            policy.policy().insured().name(),
            policy.policy().proposalReceived().instant(),
            policy.receivedAt(),
            policy.policy().signedDay(),
            "2026Q1",
            "f-1",
            1,
            policy.revision(),
            policy.subsidy(),
            FormState.MISSING,
            policy.state() == Policies.State.PENDING,
            policy.policy().certificateNumber(),
            false,
            false);
    Place place =
        Claims.place(
            SCHEME,
            2026,
            id,
            false,
            claim.insured(),
            claim.received(),
            claim.insurer(),
            claim.number());
    put(Claims.PLACE, Claims.placeKey(SCHEME, id), place);
    put(Claims.CLAIM, place.key(), claim);
    put(
        Filings.FILING,
        Filings.key(SCHEME, "f-1"),
        new Filing(
            "f-1",
            "picc",
            "2026Q1",
            gateway.now(),
            Filings.State.FILED,
            List.of(id),
            Map.of(),
            new HashMap<>(Map.of(Role.COMMISSION, 2L, Role.FINANCE, 3L, Role.REGULATOR, 4L)),
            4,
            1));
  }

  Claim claim(String id) {
    Place place =
        Claims.PLACE.read(records.find(Claims.placeKey(SCHEME, id)).orElseThrow()).value();
    return Claims.CLAIM.read(records.find(place.key()).orElseThrow()).value();
  }

  Filing filing() {
    return Filings.FILING.read(records.find(Filings.key(SCHEME, "f-1")).orElseThrow()).value();
  }

  long inputRevision() {
    return records.counter(Claims.inputRevision(SCHEME, 2026));
  }

  void loadCalendar(int year, String text) {
    SortedMap<Integer, String> years = new TreeMap<>();
    years.put(year, text);
    put(Programme.CALENDARS, Programme.calendarsKey(SCHEME), new Programme.Calendars(years));
  }

  /** The types of all journal entries, in the order of their chains. */
  List<String> journal() {
    List<String> types = new ArrayList<>();
    records
        .list(Table.JOURNAL)
        .forEach(record -> types.add(Json.read(record.body(), JournalEntry.class).type()));
    return types;
  }

  static Money yuan(String amount) {
    return Money.parse(amount);
  }
}
