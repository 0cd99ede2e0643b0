package org.firstbatch.casework.file;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.explain.Finding;

/** Quarterly filings (第十三条), kept by the filing function. */
public final class Filings {

  /** A filing. */
  public static final Kind<Filing> FILING = Kind.of("filing", Filing.class);

  private Filings() {}

  /** Where a filing is in its life. */
  public enum State {
    RECEIVED,
    CHECKED,
    FILED
  }

  /**
   * An insurer's filing for one quarter.
   *
   * @param id given at receipt
   * @param insurer who files
   * @param quarter for which quarter, as 2026Q1
   * @param receivedAt the gateway's instant
   * @param state FILED makes its claims visible
   * @param policies the ids of the policies filed, 1 to 5,000, in the order given
   * @param findings what is wrong with single rows, by policy id; such rows are not filed
   * @param accepted per body, the sequence number at which it accepted the filing
   * @param sequence raised by each acceptance and each change of one of its claims
   * @param claims how many claims it has, once filed
   */
  public record Filing(
      String id,
      String insurer,
      String quarter,
      Instant receivedAt,
      State state,
      List<String> policies,
      Map<String, List<Finding>> findings,
      Map<Role, Long> accepted,
      long sequence,
      int claims) {
    public Filing {
      policies = List.copyOf(policies);
      findings = Map.copyOf(findings);
      accepted = Map.copyOf(accepted);
    }

    public Quarter quarterValue() {
      return Quarter.parse(quarter);
    }
  }

  /**
   * The row by which filings are listed.
   *
   * @param filing its id
   */
  public record Row(String filing) {}

  /** The kind of a listing row. */
  public static final Kind<Row> ROW = Kind.of("filing-row", Row.class);

  public static RecordKey key(String scheme, String id) {
    return new RecordKey(Table.FILINGS, RecordKey.join(scheme, "filing", id), "filing");
  }

  /** The row in the list of a fiscal year: all filings of all its quarters. */
  public static RecordKey yearRow(String scheme, Quarter quarter, String insurer, String id) {
    return new RecordKey(
        Table.FILINGS,
        yearPartition(scheme, quarter.year()),
        RecordKey.join(quarter.toString(), insurer, id));
  }

  public static String yearPartition(String scheme, int year) {
    return RecordKey.join(scheme, "year", String.valueOf(year));
  }

  /** The row in the list of an insurer. */
  public static RecordKey insurerRow(String scheme, Quarter quarter, String insurer, String id) {
    return new RecordKey(
        Table.FILINGS,
        RecordKey.join(scheme, "insurer", insurer),
        RecordKey.join(quarter.toString(), id));
  }
}
