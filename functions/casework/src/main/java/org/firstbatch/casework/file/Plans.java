package org.firstbatch.casework.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.money.Money;
import org.jspecify.annotations.Nullable;

/** Allocation plans (第十三条), kept by the allocation function. */
public final class Plans {

  /** A plan at its place in the year's chain. */
  public static final Kind<Plan> PLAN = Kind.of("plan", Plan.class);

  /** A claim's line in a plan. */
  public static final Kind<PlanLine> LINE = Kind.of("plan-line", PlanLine.class);

  private Plans() {}

  /** Where a plan is in its life. */
  public enum State {
    DRAFT,
    SIGNED,
    DISCARDED,
    PAID;

    /** Whether its awards count. */
    public boolean isSigned() {
      return this == SIGNED || this == PAID;
    }
  }

  /**
   * A plan.
   *
   * @param year the fiscal year
   * @param place its place in the year's chain, from 1; a discarded plan's place is taken by the
   *     next run
   * @param run the run that made it
   * @param state where it is; a DRAFT whose input revision no longer stands counts as DISCARDED
   * @param inputRevision the revision of the year's input that it was made from
   * @param input the SHA-256 of its input file
   * @param sha256 the SHA-256 of its plan file: what is signed
   * @param previous the SHA-256 of the signed plan before it; null for the first
   * @param budget the year's budget with its supplements
   * @param awarded what it awards in all
   * @param setAside what it sets aside in all
   * @param claims how many claims it lists
   * @param outcomes how many claims came out how, by outcome
   * @param signatures by body
   * @param requestedBy who asked for it; "system" for the schedule
   * @param madeAt the instant from which the run has its name
   * @param ground why it was declined or discarded; null otherwise
   */
  public record Plan(
      int year,
      int place,
      String run,
      State state,
      long inputRevision,
      String input,
      String sha256,
      @Nullable String previous,
      Money budget,
      Money awarded,
      Money setAside,
      int claims,
      Map<String, Integer> outcomes,
      Map<Role, Signature> signatures,
      String requestedBy,
      Instant madeAt,
      @Nullable String ground) {
    public Plan {
      outcomes = Map.copyOf(outcomes);
      signatures = Map.copyOf(signatures);
    }
  }

  /**
   * A body's signature on one exact hash.
   *
   * @param person who signed; shown to members of public bodies only
   * @param sha256 the hash that was signed
   * @param at when
   */
  public record Signature(String person, String sha256, Instant at) {}

  /**
   * A claim's line in a plan.
   *
   * @param year the plan's fiscal year
   * @param place the plan's place
   * @param run the plan's run: a line counts only while the plan at its place is of that run
   * @param order its place in the plan, from 1
   * @param outstanding what signed plans had not awarded yet
   * @param capLeft what the enterprise's cap left
   * @param budgetLeft what the budget left
   * @param award what it gets
   * @param outcome how it came out
   * @param reasons why it was set aside
   */
  public record PlanLine(
      int year,
      int place,
      String run,
      int order,
      Money outstanding,
      Money capLeft,
      Money budgetLeft,
      Money award,
      String outcome,
      List<String> reasons) {
    public PlanLine {
      reasons = List.copyOf(reasons);
    }
  }

  public static String partition(String scheme, int year) {
    return RecordKey.join(scheme, "year", String.valueOf(year));
  }

  public static RecordKey key(String scheme, int year, int place) {
    return new RecordKey(
        Table.PLANS, partition(scheme, year), RecordKey.join("plan", "%04d".formatted(place)));
  }

  /**
   * Where a file of a plan is: {@code plan}, which is what is signed, {@code input} or {@code
   * awards}.
   */
  public static ObjectKey file(String scheme, int year, int place, String sha256, String type) {
    return new ObjectKey(
        Bucket.ARCHIVE, "plans/%s/%d/%d/%s.%s".formatted(scheme, year, place, sha256, type));
  }

  /** Where a claim's line of a run is kept: found from the claim. */
  public static RecordKey lineKey(String scheme, String claim, int year, int place, String run) {
    return new RecordKey(
        Table.PLAN_LINES,
        RecordKey.join(scheme, "claim", claim),
        RecordKey.join(String.valueOf(year), "%04d".formatted(place), run));
  }

  /**
   * A claim's lines in signed plans, oldest first: not empty means that the claim is in a signed
   * plan.
   */
  public static List<PlanLine> listSignedLines(Records records, String scheme, String claim) {
    List<PlanLine> signed = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.PLAN_LINES, RecordKey.join(scheme, "claim", claim)),
        record -> {
          PlanLine line = LINE.read(record).value();
          if (isSigned(records, scheme, line)) {
            signed.add(line);
          }
        });
    return signed;
  }

  /**
   * Makes an act rely on the year's chain of plans as it is now: no plan may be drafted, signed or
   * discarded until its commit. To be called before {@link #listSignedLines}, or a plan that is
   * signed between the two is missed.
   */
  public static void relyOnChain(Records records, Unit unit, int year) {
    String scheme = unit.actor().scheme();
    RecordQuery last =
        RecordQuery.prefixed(Table.PLANS, partition(scheme, year), "plan!").backward().limit(1);
    Optional<Stored<Plan>> plan = records.page(last).records().stream().findFirst().map(PLAN::read);
    int signed =
        plan.filter(it -> it.value().state().isSigned()).map(it -> it.value().place()).orElse(0);
    plan.ifPresent(unit::rely);
    if (plan.isEmpty() || signed > 0) {
      unit.relyAbsent(key(scheme, year, signed + 1));
    }
  }

  private static boolean isSigned(Records records, String scheme, PlanLine line) {
    return records
        .find(key(scheme, line.year(), line.place()))
        .map(record -> PLAN.read(record).value())
        .filter(plan -> plan.state().isSigned() && plan.run().equals(line.run()))
        .isPresent();
  }
}
