package org.firstbatch.casework.file;

import java.time.Instant;
import java.util.HexFormat;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.FirstBatchKey;
import org.firstbatch.measures.policy.Policy;
import org.jspecify.annotations.Nullable;

/** Policies (第十一条), kept by the policy function; a filed policy is the claim of the same id. */
public final class Policies {

  /** A registered policy. */
  public static final Kind<Registered> POLICY = Kind.of("policy", Registered.class);

  /** What holds a first-batch key. */
  public static final Kind<Guard> GUARD = Kind.of("first-batch-guard", Guard.class);

  private Policies() {}

  /** Where a policy is in its life. */
  public enum State {
    REGISTERED,
    PENDING,
    REFUSED,
    WITHDRAWN,
    ENDORSED,
    SURRENDERED;

    /** Whether it may be filed and claimed for. */
    public boolean isLive() {
      return this != REFUSED && this != WITHDRAWN;
    }
  }

  /** What the enterprise says of a revision. */
  public enum Form {
    UNCONFIRMED,
    CONFIRMED,
    DISPUTED
  }

  /**
   * A policy as it stands.
   *
   * @param id see {@link Policies#id}
   * @param policy what the insurer states, in its latest revision
   * @param revision 1, raised by each correction, endorsement or surrender; the enterprise confirms
   *     one revision
   * @param state where it is
   * @param decision every finding on the latest revision
   * @param subsidy what the city pays for it, before cap and budget
   * @param charged what the insurer charges the enterprise at signing: premium less subsidy
   * @param receivedAt when it was first received
   * @param form what the enterprise says of this revision
   * @param formGround the ground of a dispute; null otherwise
   * @param filing the filing that holds or last tried to hold it; null when none did
   * @param quarter the quarter of that filing; null when none
   * @param lateGround the regulator's ground for filing it later than the rules say; null when none
   */
  public record Registered(
      String id,
      Policy policy,
      int revision,
      State state,
      Decision decision,
      Money subsidy,
      Money charged,
      Instant receivedAt,
      Form form,
      @Nullable String formGround,
      @Nullable String filing,
      @Nullable String quarter,
      @Nullable String lateGround) {}

  /**
   * Holds a first-batch key.
   *
   * @param policy the id of the policy that holds it
   */
  public record Guard(String policy) {}

  /**
   * The id of a policy: "p" and 20 hexadecimal digits that follow from the insurer and its policy
   * number.
   */
  public static String id(String scheme, String insurer, String number) {
    byte[] digest = Hashes.sha256(RecordKey.join(scheme, insurer, number));
    return "p" + HexFormat.of().formatHex(digest, 0, 10);
  }

  public static RecordKey key(String scheme, String id) {
    return new RecordKey(Table.POLICIES, RecordKey.join(scheme, "policy", id), "policy");
  }

  public static RecordKey guardKey(String scheme, FirstBatchKey key) {
    return new RecordKey(
        Table.POLICIES, RecordKey.join(scheme, "first-batch", key.value()), "guard");
  }

  /** The partition of the policies of an insurer or an enterprise, in the order of signing. */
  public static String ofPartition(String scheme, String organisation) {
    return RecordKey.join(scheme, "of", organisation);
  }

  /**
   * The row by which an insurer's or an enterprise's policies are listed; kept under kind {@link
   * #GUARD}.
   */
  public static RecordKey rowKey(String scheme, String organisation, Policy policy, String id) {
    return new RecordKey(
        Table.POLICIES,
        ofPartition(scheme, organisation),
        RecordKey.join(policy.signedDay().toString(), id));
  }
}
