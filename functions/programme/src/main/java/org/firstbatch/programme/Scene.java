package org.firstbatch.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;

/**
 * Where and when an act takes place.
 *
 * @param records the store
 * @param scheme the scheme
 * @param at the instant of the act: of the proposal, then of the approval
 * @param found what this act has found so far
 */
record Scene(
    Records records, String scheme, Instant at, Map<RecordKey, Optional<StoredRecord>> found) {

  static Scene of(Records records, Call call) {
    return new Scene(records, call.scheme(), call.at(), new HashMap<>());
  }

  /**
   * A record, read once in an act: what it was decided on is then what the write relies on, and
   * nothing can have come between.
   */
  Optional<StoredRecord> find(RecordKey key) {
    return found.computeIfAbsent(key, records::find);
  }

  LocalDate today() {
    return Shanghai.dayOf(at);
  }

  /** The fiscal years with a budget that finance has not closed. */
  List<Integer> openYears() {
    List<Integer> years = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.PROGRAMME, RecordKey.join(scheme, "budgets")),
        record -> {
          Programme.Budget budget = Programme.BUDGET.read(record).value();
          if (!budget.isClosed()) {
            years.add(budget.year());
          }
        });
    return years;
  }
}
