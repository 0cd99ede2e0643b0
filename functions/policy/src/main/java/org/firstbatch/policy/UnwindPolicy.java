package org.firstbatch.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Policies;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.file.Policies.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.money.Money;
import org.firstbatch.measures.policy.Cover;
import org.firstbatch.measures.policy.EndorsementOrSurrender;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.policy.Policy;
import org.firstbatch.measures.policy.Policy.Sums;
import org.firstbatch.measures.scheme.Edition;

/**
 * An insurer endorses the amounts of a policy or records its surrender (第七条, question 8). Before a
 * plan is signed that lowers the subsidy in proportion to the days; afterwards the excess is kept
 * as not to be paid, or to be recovered.
 */
final class UnwindPolicy {

  private final Records records;
  private final Judge judge;
  private final Own own;

  UnwindPolicy(Records records, Judge judge, Own own) {
    this.records = records;
    this.judge = judge;
    this.own = own;
  }

  /** What is stated of an endorsement or a surrender. */
  private record Change(State kind, LocalDate effective, Policy policy) {}

  Outcome<Reply> endorse(Call call, Unit unit) {
    return stored(call)
        .then(
            old ->
                call.body()
                    .then(fields -> endorsement(old.value().policy(), fields))
                    .then(change -> underTheRules(call, change))
                    .then(change -> unwind(call, unit, old, change)));
  }

  Outcome<Reply> surrender(Call call, Unit unit) {
    return stored(call)
        .then(
            old ->
                call.body()
                    .then(fields -> surrender(old.value().policy(), fields))
                    .then(change -> unwind(call, unit, old, change)));
  }

  private Outcome<Stored<Registered>> stored(Call call) {
    return own.findToChange(call)
        .then(call::matching)
        .then(WithdrawPolicy::live)
        .then(UnwindPolicy::decided);
  }

  private static Outcome<Stored<Registered>> decided(Stored<Registered> stored) {
    return switch (stored.value().state()) {
      case SURRENDERED ->
          Outcome.refused(Problem.conflict("该保单已退保。", "The policy has been surrendered already."));
      case PENDING ->
          Outcome.refused(
              Problem.conflict(
                  "该保单尚待日历确定，请先更正或撤回。",
                  "The calendar leaves this policy open; correct or withdraw it instead."));
      case REGISTERED, ENDORSED, REFUSED, WITHDRAWN -> Outcome.done(stored);
    };
  }

  private static Outcome<Change> endorsement(Policy policy, Fields fields) {
    LocalDate effective = effective(policy.cover(), fields);
    Sums old = policy.sums();
    Sums sums =
        new Sums(
            fields.money("insuredAmount"),
            fields.money("premium"),
            fields.optional("otherSubsidy", fields::money).orElse(old.otherSubsidy()),
            old.paidByEnterprise(),
            old.invoiceNumber());
    return fields.result(new Change(State.ENDORSED, effective, withSums(policy, sums)));
  }

  private static Outcome<Change> surrender(Policy policy, Fields fields) {
    return fields.result(new Change(State.SURRENDERED, effective(policy.cover(), fields), policy));
  }

  private static LocalDate effective(Cover cover, Fields fields) {
    LocalDate effective = Days.read(fields, "effective");
    LocalDate last = cover.lastDay().plusDays(1);
    if (effective.isBefore(cover.firstDay()) || effective.isAfter(last)) {
      fields.mistake(
          "effective",
          "生效日应在 " + cover.firstDay() + " 至 " + last + " 之间",
          "must be a day from " + cover.firstDay() + " to " + last);
    }
    return effective;
  }

  /** The new amounts are held against the rate ceiling (第三条) and must be amounts (第五条). */
  private Outcome<Change> underTheRules(Call call, Change change) {
    CaseFile file = judge.load(records, call.scheme(), change.policy(), call.at());
    List<Finding> broken =
        judge.of(file, call.scheme(), call.at()).decision().listNotMet().stream()
            .filter(finding -> isOfAmounts(finding.rule()))
            .toList();
    return broken.isEmpty()
        ? Outcome.done(change)
        : Outcome.refused(
            Problem.of(
                    Problem.Kind.NOT_MET,
                    broken.getFirst().sentence().zh(),
                    broken.getFirst().sentence().en())
                .under(broken.getFirst().article())
                .with("findings", broken));
  }

  private static boolean isOfAmounts(String rule) {
    return rule.equals("3.rate-ceiling")
        || rule.equals("5.premium")
        || rule.equals("5.insured-amount");
  }

  private Outcome<Reply> unwind(Call call, Unit unit, Stored<Registered> old, Change change) {
    Edition edition = judge.edition(call.scheme(), call.at());
    Standing standing = Standing.of(records, unit, old.value().id());
    Unwinding unwinding = compute(call, old.value(), change, edition, standing.awarded());
    Registered policy =
        Revisions.unwound(old.value(), change.policy(), change.kind(), unwinding.subsidyAfter());
    String type = change.kind() == State.ENDORSED ? "policy.endorsed" : "policy.surrendered";
    Stored<Registered> stored =
        unit.change(
            Policies.POLICY,
            old,
            policy,
            Happenings.of(type, policy, Map.of("unwinding", unwinding)));
    unit.create(
        Unwinding.KIND, Unwinding.key(call.scheme(), policy.id(), policy.revision()), unwinding);
    Rows.change(records, unit, call.scheme(), old.value(), policy);
    Money kept = policy.subsidy().max(standing.awarded());
    Filed.restate(
        standing.claim(), policy, edition, (claim, year) -> payable(claim, kept, standing, year));
    return Outcome.done(
        Reply.ok(new Unwound(PolicyView.Summary.of(policy), unwinding)).tagged(stored));
  }

  /**
   * A claim that came from a closed year has in its queue only what was left to it then: what other
   * years awarded is not payable again, and no change raises a claim.
   */
  private static Money payable(Claim claim, Money kept, Standing standing, int year) {
    return claim.subsidy().min(kept.minusButAtLeastZero(standing.awardedOutside(year)));
  }

  /** The answer: the policy and what was taken away. */
  record Unwound(PolicyView.Summary policy, Unwinding unwinding) {}

  private Unwinding compute(
      Call call, Registered old, Change change, Edition edition, Money awarded) {
    List<Unwinding> earlier = Unwinding.since(records, call.scheme(), old.id(), old.revision());
    Sums first = earlier.isEmpty() ? old.policy().sums() : earlier.getFirst().sumsBefore();
    EndorsementOrSurrender effect =
        EndorsementOrSurrender.of(
            withSums(old.policy(), first),
            Law.of(old.policy(), edition),
            earlier.stream().map(Unwinding::change).toList(),
            change.kind() == State.ENDORSED
                ? EndorsementOrSurrender.Change.endorsement(
                    change.effective(), change.policy().sums())
                : EndorsementOrSurrender.Change.surrender(change.effective()));
    Money takenBack = earlier.stream().map(Unwinding::recoverable).reduce(Money.ZERO, Money::plus);
    return new Unwinding(
        change.kind(),
        old.revision() + 1,
        change.effective(),
        old.policy().sums(),
        change.policy().sums(),
        effect.unexpiredDays(),
        old.subsidy(),
        effect.subsidyBeforeSigning().min(old.subsidy()),
        awarded,
        effect.recoveryOf(awarded.minusButAtLeastZero(takenBack)),
        call.at());
  }

  private static Policy withSums(Policy policy, Sums sums) {
    return new Policy(
        policy.insurer(),
        policy.number(),
        policy.insured(),
        policy.product(),
        policy.certificateNumber(),
        policy.user(),
        policy.supplyContract(),
        policy.batch(),
        policy.proposalReceived(),
        policy.contractSigned(),
        policy.cover(),
        policy.clauseNumber(),
        sums,
        policy.productClass());
  }
}
