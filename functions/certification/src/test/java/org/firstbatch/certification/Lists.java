package org.firstbatch.certification;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.identity.CreditCode;

/** Lists of certificates as the Commission has them, and a gateway to import them through. */
final class Lists {

  static final String HEADER = "认定证书编号,企业名称,统一社会信用代码,产品名称,规格型号,产品类别\n";

  private Lists() {}

  static TestGateway gateway(Records records) {
    return new TestGateway(records, Wiring.routes(records, new ShippedSchemes()));
  }

  /** With a signer and a preparer of the commission. */
  static InMemoryRecords records() {
    InMemoryRecords records = new InMemoryRecords();
    gateway(records)
        .member("signer", Role.COMMISSION, "commission", Capacity.SIGNER)
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
