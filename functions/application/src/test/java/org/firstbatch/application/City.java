package org.firstbatch.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
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
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/** A city with an applicant, two districts, a Commission and two evaluators, in November 2025. */
final class City {

  static final String ENTERPRISE = "91210200MA0000011N";
  static final String OTHER_ENTERPRISE = "91110000802100433B";
  static final String NOTICE = "notice 2026\napplication-window from 2025-11-01 to 2026-10-30\n";

  /** A Monday. */
  static final Instant MONDAY = Instant.parse("2025-11-03T02:00:00Z");

  final InMemoryRecords records = new InMemoryRecords();
  final Schemes schemes = new ShippedSchemes();
  final Map<String, List<Pieces.Piece>> evidence = new HashMap<>();
  final TestGateway gateway = gateway(records);

  City() {
    member("owner", Role.ENTERPRISE, ENTERPRISE, Capacity.SIGNER);
    member("clerk", Role.ENTERPRISE, ENTERPRISE, Capacity.PREPARER);
    member("stranger", Role.ENTERPRISE, OTHER_ENTERPRISE, Capacity.SIGNER);
    member("district-1", Role.DISTRICT, "ganjingzi", Capacity.SIGNER);
    member("district-2", Role.DISTRICT, "ganjingzi", Capacity.SIGNER);
    member("district-clerk", Role.DISTRICT, "ganjingzi", Capacity.PREPARER);
    member("elsewhere", Role.DISTRICT, "jinzhou", Capacity.SIGNER);
    member("commission-1", Role.COMMISSION, "commission", Capacity.SIGNER);
    member("commission-2", Role.COMMISSION, "commission", Capacity.SIGNER);
    member("evaluator-1", Role.EVALUATOR, "EV1", Capacity.SIGNER);
    member("evaluator-2", Role.EVALUATOR, "EV1", Capacity.SIGNER);
    member("rival", Role.EVALUATOR, "EV2", Capacity.SIGNER);
    member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
    notice(NOTICE);
  }

  /** A gateway whose functions stand on other records, for example faulty ones. */
  TestGateway gateway(Records behind) {
    return new TestGateway(
            behind, Routes.of(behind, new Memberships(behind, ""), schemes, this::pieces))
        .at(MONDAY);
  }

  private List<Pieces.Piece> pieces(Unit unit, String application) {
    return evidence.getOrDefault(application, List.of());
  }

  City notice(String text) {
    put(Programme.NOTICE, Programme.noticeKey("dalian", 2026), new Programme.Notice(2026, text));
    return this;
  }

  City member(String person, Role role, String organisation, Capacity... capacities) {
    return member(person, role, organisation, null, capacities);
  }

  City member(
      String person, Role role, String organisation, @Nullable Instant to, Capacity... capacities) {
    Membership membership =
        new Membership(
            person,
            organisation,
            role,
            Arrays.stream(capacities).collect(Collectors.toSet()),
            Instant.parse("2025-01-01T00:00:00Z"),
            to);
    put(Memberships.MEMBERSHIP, Membership.key("dalian", person, role, organisation), membership);
    put(Memberships.MEMBERSHIP, membership.organisationRow("dalian"), membership);
    return this;
  }

  City related(String person, String organisation) {
    put(
        Memberships.RELATION,
        Membership.relationKey("dalian", person, organisation),
        new Relation(person, organisation, "前雇员", Instant.EPOCH));
    return this;
  }

  <T> void put(Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(StoredRecord.first(key, kind.schema(), "1", Instant.EPOCH, Json.write(value))));
  }

  static Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("enterprise.name", "大连样品机械有限公司");
    form.put("enterprise.district", "ganjingzi");
    form.put("enterprise.registeredOn", "2020-05-06");
    form.put("enterprise.legalPerson", "是");
    form.put("enterprise.industry", "通用设备制造业");
    form.put("enterprise.manufacturer", "是");
    form.put("enterprise.staff", "120");
    form.put("enterprise.revenue", "80000000.00");
    form.put("product.name", "五轴数控机床");
    form.put("product.specification", "XK-1");
    form.put("product.kind", "装备");
    form.put("product.productClass", "一般");
    form.put("product.unitPrice", "4200000.00");
    form.put("product.breakthrough", "主轴转速提高一倍");
    form.put("product.intellectualProperty", "ZL 2024 1 0000001.1");
    form.put("product.marketRecord", "否");
    form.put("conditions.industrialPolicy", "产业结构调整指导目录 鼓励类 机械");
    form.put("conditions.standards", "GB/T 25373-2010");
    form.put("conditions.specialIndustry", "否");
    form.put("conditions.qualityProof", "产品鉴定证书 2025-01");
    form.put("conditions.patent", "ZL 2024 1 0000001.1");
    form.put("conditions.testReport", "国家机床检测中心 2025-077");
    form.put("conditions.environment", "GB 30250");
    form.put("conditions.further", "无");
    return form;
  }

  static String body(Object body) {
    return Json.write(body);
  }

  /** A draft with a whole form and a checked piece for each condition. */
  String draft() {
    return draft(form());
  }

  String draft(Map<String, String> form) {
    Answer answer = gateway.as("owner").post("/applications", body(Map.of("form", form)));
    String id = expect(201, answer).path("application").asText();
    Arrays.stream(Condition.values()).forEach(each -> piece(id, each, true));
    return id;
  }

  /** The pieces of an application, to be changed. */
  List<Pieces.Piece> evidence(String application) {
    return evidence.computeIfAbsent(application, _ -> new ArrayList<>());
  }

  void piece(String application, Condition condition, boolean isChecked) {
    List<Pieces.Piece> all = evidence(application);
    String id = "e" + all.size();
    all.add(
        new Pieces.Piece(
            condition,
            id,
            condition.label().zh() + ".pdf",
            Hashes.hex(application + id),
            isChecked,
            isChecked ? "CHECKED" : "DECLARED"));
  }

  String submitted() {
    String id = draft();
    act(200, "owner", id, "submission", Map.of());
    return id;
  }

  String confirmed() {
    String id = submitted();
    act(200, "district-1", id, "confirmation", confirmation());
    return id;
  }

  String assigned() {
    String id = confirmed();
    act(200, "commission-1", id, "assignment", Map.of("evaluator", "EV1"));
    return id;
  }

  String assessed() {
    String id = assigned();
    act(200, "evaluator-1", id, "assessment", assessment(true));
    return id;
  }

  static List<Map<String, Object>> findings() {
    return Arrays.stream(Condition.values())
        .map(each -> Map.<String, Object>of("condition", each.name(), "outcome", "MET"))
        .collect(Collectors.toList());
  }

  static Map<String, Object> confirmation() {
    return Map.of("findings", findings(), "opinion", "材料齐全，属实");
  }

  static Map<String, Object> assessment(boolean recommended) {
    return Map.of("findings", findings(), "recommended", recommended, "opinion", "技术指标先进");
  }

  static Map<String, Object> refusal() {
    return Map.of("article", "第八条（二）", "ground", "不属鼓励类");
  }

  static Map<String, Object> open(String path, String reason) {
    return Map.of("fields", Map.of(path, reason));
  }

  /** An act on the version as it stands, with the status that is expected. */
  JsonNode act(int status, String person, String application, String act, Object body) {
    return expect(
        status,
        gateway
            .as(person)
            .header("if-match", version(application))
            .post("/applications/" + application + "/" + act, body(body)));
  }

  /** The version of an application, as whoever has just read it names it. */
  String version(String application) {
    return "\"%d\""
        .formatted(Applications.find(records, "dalian", application).orElseThrow().version());
  }

  /** Saves one field as it was last read. */
  JsonNode save(int status, String person, String application, String path, String value) {
    String etag = gateway.as(person).get("/applications/" + application).header("etag");
    return expect(
        status,
        gateway
            .as(person)
            .header("if-match", etag)
            .patch("/applications/" + application, body(Map.of("fields", Map.of(path, value)))));
  }

  JsonNode show(String person, String application) {
    return expect(200, gateway.as(person).get("/applications/" + application));
  }

  String state(String application) {
    return show("auditor", application).path("state").asText();
  }

  /** The ids of a list. */
  List<String> list(String person, String query) {
    JsonNode page = expect(200, gateway.as(person).get("/applications" + query));
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("application").asText()));
    return ids;
  }

  static JsonNode expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new AssertionError(
          "expected " + status + ", was " + answer.status() + ": " + answer.http().body());
    }
    return answer.json();
  }

  Application stored(String application) {
    return Applications.find(records, "dalian", application).orElseThrow().value();
  }

  List<JournalEntry> journal(String application) {
    String partition = Journal.partition("dalian", "application", application);
    return records.list(Table.JOURNAL).stream()
        .filter(record -> record.key().partition().equals(partition))
        .map(record -> Json.read(record.body(), JournalEntry.class))
        .toList();
  }

  List<String> types(String application) {
    return journal(application).stream().map(JournalEntry::type).toList();
  }

  City at(String instant) {
    gateway.at(Instant.parse(instant));
    return this;
  }
}
