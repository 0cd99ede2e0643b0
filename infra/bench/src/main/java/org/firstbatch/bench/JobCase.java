package org.firstbatch.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.file.Programme.Budget;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.Write;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.money.Money;
import org.firstbatch.storage.Backoff;
import org.firstbatch.storage.DynamoRecords;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A year's queue from a seed: forty filings accepted by all three bodies, twenty claims to an
 * enterprise, every twentieth held. Each size has a fiscal year of its own in the same tables.
 */
final class JobCase {

  static final String SCHEME = "dalian";

  private static final long SEED = 20_260_421;
  private static final int FILINGS = 40;
  private static final int BATCH = 500;
  private static final Instant RECEIVED = Instant.parse("2026-04-10T02:00:00Z");

  private final DynamoRecords records;
  private final int size;
  private final Random random = new Random(SEED);
  private final List<StoredRecord> batch = new ArrayList<>();

  JobCase(DynamoDbClient client, int size, int concurrency) {
    records = new DynamoRecords(client, Table::label, Backoff.standard(), concurrency);
    this.size = size;
  }

  /** All sizes are of one year; a size is loaded into it after the smaller one. */
  int year() {
    return 2026;
  }

  int size() {
    return size;
  }

  void load() {
    put(
        Programme.BUDGET,
        Programme.budgetKey(SCHEME, year()),
        new Budget(year(), Money.ofYuan(10_000L * size), List.of(), null));
    for (int filing = 0; filing < FILINGS; filing++) {
      filing(filing);
    }
    for (int claim = 0; claim < size; claim++) {
      claim(claim);
    }
    flush();
  }

  private void filing(int number) {
    String id = "F" + number;
    Filing filing =
        new Filing(
            id,
            "INS" + number % 4,
            "2026Q1",
            RECEIVED,
            Filings.State.FILED,
            List.of(),
            Map.of(),
            Map.of(Role.COMMISSION, 5L, Role.FINANCE, 6L, Role.REGULATOR, 7L),
            7,
            size / FILINGS);
    put(Filings.FILING, Filings.key(SCHEME, id), filing);
    put(
        Filings.ROW,
        Filings.yearRow(SCHEME, Quarter.parse("2026Q1"), filing.insurer(), id),
        new Filings.Row(id));
  }

  private void claim(int number) {
    String insurer = "INS" + number % 4;
    String policy = "PQ2026%08d".formatted(number);
    Claim claim =
        new Claim(
            Policies.id(SCHEME, insurer, policy),
            insurer,
            policy,
            "91210200MA%07dX".formatted(number / 20),
            "大连第" + number / 20 + "机械制造有限公司",
            Instant.parse("2026-01-05T00:00:00Z").plusSeconds(random.nextInt(80 * 86_400)),
            RECEIVED,
            LocalDate.of(2026, 1, 20),
            "2026Q1",
            "F" + number % FILINGS,
            1,
            1,
            Money.ofFen(1 + random.nextInt(3_000_000)),
            FormState.CONFIRMED,
            false,
            "DL-2026-" + number / 20,
            false,
            false);
    Claims.Place place =
        Claims.place(
            SCHEME,
            year(),
            claim.id(),
            false,
            claim.insured(),
            claim.received(),
            claim.insurer(),
            claim.number());
    put(Claims.CLAIM, place.key(), claim);
    if (number % 20 == 0) {
      put(
          Claims.MARK,
          place.markKey(MarkType.HELD, Role.FINANCE),
          new Mark(MarkType.HELD, Role.FINANCE, 1, null, "核查", RECEIVED));
    }
  }

  private <T> void put(Kind<T> kind, RecordKey key, T value) {
    batch.add(StoredRecord.first(key, kind.schema(), "1", RECEIVED, Json.write(value)));
    if (batch.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    records.putAll(batch);
    batch.clear();
  }

  /** The job did its work; a change of its input makes room for the next round. */
  void requirePlanAndVoidIt() {
    StoredRecord record = records.find(Plans.key(SCHEME, year(), 1)).orElseThrow();
    Plan plan = Plans.PLAN.read(record).value();
    if (plan.claims() != size || plan.state() != Plans.State.DRAFT) {
      throw new IllegalStateException("%d claims, %s".formatted(plan.claims(), plan.state()));
    }
    RecordKey counter = Claims.inputRevision(SCHEME, year());
    records.commit(
        new Transaction(
            "void-" + plan.sha256().substring(0, 8) + plan.inputRevision(),
            List.of(new Write.Raise(counter))));
  }
}
