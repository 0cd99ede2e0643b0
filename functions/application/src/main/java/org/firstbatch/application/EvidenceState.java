package org.firstbatch.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;

/**
 * All evidence of an application as it was read, oldest first, replaced pieces too.
 *
 * @param counter of changes, where it stood before anything was read
 * @param changes where the counter stood
 */
record EvidenceState(RecordKey counter, long changes, List<Stored<Evidence>> all) {

  EvidenceState {
    all = List.copyOf(all);
  }

  static EvidenceState of(Records records, String scheme, String application) {
    RecordKey counter = Evidence.counter(scheme, application);
    long changes = records.counter(counter);
    List<Stored<Evidence>> all = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.APPLICATIONS, Evidence.partition(scheme, application)),
        record -> all.add(Evidence.KIND.read(record)));
    all.sort(
        Comparator.comparing((Stored<Evidence> each) -> each.value().declaredAt())
            .thenComparing(each -> each.value().id()));
    return new EvidenceState(counter, changes, all);
  }

  /** The pieces that no other has replaced. */
  List<Evidence> standing() {
    return all.stream().map(Stored::value).filter(Evidence::stands).toList();
  }

  Optional<Stored<Evidence>> find(String id) {
    return all.stream().filter(each -> each.value().id().equals(id)).findFirst();
  }

  /** Demands that nothing was declared or checked since it was read. */
  void rely(Unit unit) {
    unit.relyCounter(counter, changes);
  }
}
