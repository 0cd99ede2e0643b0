package org.firstbatch.certification;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Membership;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Relation;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.Edition;

/** Lists of certificates as the Commission has them, and a gateway to import them through. */
final class Lists {

  static final String HEADER = "认定证书编号,企业名称,统一社会信用代码,产品名称,规格型号,产品类别\n";

  private Lists() {}

  static TestGateway gateway(Records records) {
    return new TestGateway(records, Wiring.routes(records, new ShippedSchemes()));
  }

  /** On an edition of the sample scheme that answers one question otherwise. */
  static TestGateway gateway(Records records, String question, String answer) {
    String text = Edition.findShipped("dalian").orElseThrow().canonicalText();
    String options = options(question, answer);
    ShippedSchemes schemes = new ShippedSchemes(List.of(Edition.parse("edition", text + options)));
    return new TestGateway(
        records, schemes, "first-administrator", Wiring.routes(records, schemes));
  }

  private static String options(String question, String answer) {
    return Edition.findShipped("dalian")
        .orElseThrow()
        .datedOptions()
        .canonicalText()
        .replaceAll("(?m)^" + question + " = \\S+", question + " = " + answer);
  }

  /** Declares a relation of a person to an organisation. */
  static void related(Records records, String person, String organisation) {
    Relation relation = new Relation(person, organisation, "曾任职", Instant.EPOCH);
    records.putAll(
        List.of(
            StoredRecord.first(
                Membership.relationKey("dalian", person, organisation),
                Memberships.RELATION.schema(),
                "1",
                Instant.EPOCH,
                Json.write(relation))));
  }

  /** Somebody who has left an organisation. */
  static void former(Records records, String person, Role role, String organisation) {
    Membership membership =
        new Membership(
            person,
            organisation,
            role,
            Set.of(Capacity.PREPARER),
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2025-06-30T16:00:00Z"));
    records.putAll(
        List.of(
            StoredRecord.first(
                Membership.key("dalian", person, role, organisation),
                Memberships.MEMBERSHIP.schema(),
                "1",
                Instant.EPOCH,
                Json.write(membership))));
  }

  /** With two signers and a preparer of the commission. */
  static InMemoryRecords records() {
    InMemoryRecords records = new InMemoryRecords();
    gateway(records)
        .member("signer", Role.COMMISSION, "commission", Capacity.SIGNER)
        .member("signer-2", Role.COMMISSION, "commission", Capacity.SIGNER)
        .member("preparer", Role.COMMISSION, "commission", Capacity.PREPARER);
    return records;
  }

  /** The credit code of an enterprise of the samples. */
  static String code(int number) {
    String body = "91210200%09d".formatted(number);
    return body + CreditCode.checkCharacter(body);
  }

  static String row(String number, int enterprise) {
    return "%s,大连第%d机床有限公司,%s,数控机床,CK-%d,一般\n"
        .formatted(number, enterprise, code(enterprise), enterprise);
  }

  /** A list of so many certificates, each of an enterprise of its own. */
  static String csv(String prefix, int count) {
    return HEADER
        + IntStream.rangeClosed(1, count)
            .mapToObj(i -> row(prefix + "-" + i, i))
            .collect(Collectors.joining());
  }

  static String body(String documentNumber, String csv) {
    return "{\"documentNumber\":%s,\"published\":\"2026-01-05\",\"csv\":%s}"
        .formatted(Json.write(documentNumber), Json.write(csv));
  }
}
