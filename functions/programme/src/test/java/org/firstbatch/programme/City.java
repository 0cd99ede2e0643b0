package org.firstbatch.programme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.fake.TestGateway;
import org.firstbatch.casework.fake.TestGateway.Answer;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;

/** The routes on records in memory, with two people in each of the three bodies. */
final class City {

  final InMemoryRecords records = new InMemoryRecords();
  final TestGateway gateway = gatewayOn(records);

  City() {
    for (Role role : List.of(Role.FINANCE, Role.COMMISSION, Role.REGULATOR)) {
      gateway.member(role.label() + "-preparer", role, role.label(), Capacity.PREPARER);
      gateway.member(role.label() + "-signer", role, role.label(), Capacity.SIGNER);
      gateway.member(role.label() + "-other", role, role.label(), Capacity.SIGNER);
    }
    gateway.member("auditor", Role.AUDITOR, "audit", Capacity.PREPARER);
  }

  static TestGateway gatewayOn(Records records) {
    Memberships memberships = new Memberships(records, "first-administrator");
    return new TestGateway(records, Wiring.routes(records, memberships, new ShippedSchemes()));
  }

  Answer post(String person, String path, String body) {
    return gateway.as(person).post(path, body);
  }

  JsonNode read(String path) {
    return gateway.asPublic().get(path).json();
  }

  /** Proposes, and gives the path of the change. */
  String proposed(String person, String path, String body) {
    Answer answer = post(person, path, body);
    if (answer.status() != 202) {
      throw new AssertionError(answer.http().toString());
    }
    return "/changes/" + answer.json().path("change").asText();
  }

  Answer approve(String person, String change) {
    return post(person, change + "/approval", "");
  }

  /** Proposes and has it approved. */
  void done(String proposer, String approver, String path, String body) {
    Answer answer = approve(approver, proposed(proposer, path, body));
    if (answer.status() != 200) {
      throw new AssertionError(answer.http().toString());
    }
  }

  void budget(int year, String amount) {
    done(
        "finance-preparer",
        "finance-signer",
        "/budgets",
        "{\"year\":%d,\"amount\":\"%s\"}".formatted(year, amount));
  }

  long revision(int year) {
    return records.counter(Claims.inputRevision("dalian", year));
  }

  /** The types of all journal entries, in no order. */
  List<String> journal() {
    return records.list(Table.JOURNAL).stream()
        .map(StoredRecord::body)
        .map(body -> Json.object(body).path("type").asText())
        .toList();
  }

  /** In what capacities a person acted, as the journal says. */
  List<String> capacities(String person) {
    return records.list(Table.JOURNAL).stream()
        .map(record -> Json.object(record.body()))
        .filter(entry -> entry.path("person").asText().equals(person))
        .map(entry -> entry.path("capacity").asText())
        .toList();
  }

  static List<String> pointers(JsonNode problem) {
    return StreamSupport.stream(problem.path("errors").spliterator(), false)
        .map(error -> error.path("pointer").asText())
        .toList();
  }
}
