package org.firstbatch.checks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Assessment;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.scheme.YearlyNotice;

/**
 * Applications as their evaluator leaves them, and a publication that was cut off, put where the
 * functions keep them.
 */
final class AssessedApplications {

  private static final Instant BEFORE = Instant.parse("2026-02-02T02:00:00Z");

  private final InMemoryRecords records;

  AssessedApplications(InMemoryRecords records) {
    this.records = records;
  }

  void put(String id, String enterprise, boolean recommended) {
    Map<String, String> form =
        Map.of(
            "enterprise.name", "大连海工装备有限公司",
            "product.name", "液压机",
            "product.specification", "YJ-" + id.substring(20),
            "product.productClass", "一般");
    String notice = YearlyNotice.silent(new FiscalYear(2026)).canonicalText();
    Application application =
        new Application(
            id,
            enterprise,
            State.ASSESSED,
            new TreeMap<>(form),
            Map.of(),
            new Filed(1, "210202", 2026, notice, BEFORE),
            Turn.of("commission", BEFORE),
            Map.of(),
            null,
            Map.of(Stage.ASSIGN, List.of("commission-2")),
            null,
            new Assessment(List.of(), recommended, "意见", BEFORE),
            "evaluator-1",
            null,
            null);
    put(Applications.key("dalian", id), Applications.APPLICATION.schema(), application);
  }

  /** Begins a publication of which nothing but its numbers was written. */
  void begin(String documentNumber) {
    String digest = "8c2a0a5be6f4fd20a64e16fc7b2e5b2f7b1d0a3a0f9f6e0f1b7b3a2c9d8e7f60";
    Map<String, Object> publication =
        Map.of(
            "documentNumber",
            documentNumber,
            "digest",
            digest,
            "count",
            3,
            "state",
            "WRITING",
            "day",
            "2026-03-02",
            "person",
            "commission-1",
            "year",
            2026,
            "first",
            3,
            "departures",
            0);
    put(
        Certificates.listKey("dalian", documentNumber),
        Certificates.LIST.schema(),
        new PublishedList(documentNumber, 3, digest, null));
    String partition = Certificates.listPartition("dalian", documentNumber);
    put(new RecordKey(Table.CERTIFICATES, partition, "publication"), 1, publication);
  }

  private void put(RecordKey key, int schema, Object content) {
    records.putAll(List.of(StoredRecord.first(key, schema, "1", BEFORE, Json.write(content))));
  }
}
