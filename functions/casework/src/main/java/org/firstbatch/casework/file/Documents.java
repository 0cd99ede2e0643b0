package org.firstbatch.casework.file;

import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;

/** The documents of a policy, as far as others than filing look at them. */
public final class Documents {

  private static final Kind<Shown> SHOWN = Kind.of("document", Shown.class);

  private Documents() {}

  private record Shown(String kind, String state, int revision) {
    boolean isStampedForm(int wanted) {
      return kind.equals("APPLICATION_FORM") && state.equals("CHECKED") && revision == wanted;
    }
  }

  public static String partition(String scheme, String policy) {
    return RecordKey.join(scheme, "documents", policy);
  }

  /** Raised whenever a form of a policy is checked, so that a decision can rely on none. */
  public static RecordKey counter(String scheme, String policy) {
    return new RecordKey(
        Table.FILINGS, RecordKey.join(scheme, "documents-checked", policy), "count");
  }

  /**
   * Whether a stamped form was checked for a revision of a policy; the act relies on none being
   * checked meanwhile.
   */
  public static boolean relyOnStampedForm(Records records, Unit unit, String policy, int revision) {
    String scheme = unit.actor().scheme();
    RecordKey counter = counter(scheme, policy);
    unit.relyCounter(counter, records.counter(counter));
    List<Shown> documents = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.FILINGS, partition(scheme, policy)),
        record -> documents.add(SHOWN.read(record).value()));
    return documents.stream().anyMatch(document -> document.isStampedForm(revision));
  }
}
