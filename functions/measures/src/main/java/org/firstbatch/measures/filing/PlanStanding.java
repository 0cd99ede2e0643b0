package org.firstbatch.measures.filing;

import static org.firstbatch.measures.filing.FilingFact.BODY;
import static org.firstbatch.measures.filing.FilingFact.PLAN_HASH;
import static org.firstbatch.measures.filing.FilingFact.PLAN_STATUS;
import static org.firstbatch.measures.filing.FilingFact.SIGNED_HASH;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstbatch.measures.explain.Change;
import org.firstbatch.measures.explain.Change.Step;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Grounds;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * 第十三条: the three bodies decide a plan together: three people, none of whom asked for it, sign one
 * exact hash. Findings name bodies and never persons.
 *
 * @param hash the SHA-256 of the plan, in lower-case hexadecimal
 * @param askedBy who asked for the plan; null when the schedule did
 * @param discarded whether an input has changed or the plan was given up
 * @param signatures the signatures so far
 */
public record PlanStanding(
    String hash, @Nullable String askedBy, boolean discarded, List<PlanSignature> signatures) {
  private static final String ARTICLE = "第十三条";

  public PlanStanding {
    signatures = List.copyOf(signatures);
  }

  /** A discarded plan loses its signatures; three signatures make it signed. */
  public PlanStatus status() {
    if (discarded) {
      return PlanStatus.DISCARDED;
    }
    return signedBy().equals(EnumSet.allOf(Body.class)) ? PlanStatus.SIGNED : PlanStatus.DRAFT;
  }

  /** The bodies that signed this very hash. */
  public Set<Body> signedBy() {
    return signatures.stream()
        .filter(each -> each.hash().equals(hash))
        .map(PlanSignature::body)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Body.class)));
  }

  /** Whether one more signature may be set. */
  public Decision maySign(PlanSignature next) {
    return new Decision(
        List.of(
            open(), sameHash(next), bodyHasNotSigned(next), anotherPerson(next), notAsker(next)));
  }

  private Finding open() {
    Grounds grounds = Grounds.of("13.plan-open", ARTICLE).fact(PLAN_STATUS, status());
    return status() == PlanStatus.DRAFT
        ? grounds.met(Text.of("计划待签署", "The plan is open for signature"))
        : grounds.notMet(
            Text.of("计划已签署完毕或已作废", "The plan is signed or discarded"),
            Change.of(Text.of("请签署新的计划草案", "Sign a new draft")));
  }

  private Finding sameHash(PlanSignature next) {
    Grounds grounds =
        Grounds.of("13.plan-hash", ARTICLE).fact(PLAN_HASH, hash).fact(SIGNED_HASH, next.hash());
    return next.hash().equals(hash)
        ? grounds.met(Text.of("签署的正是本计划", "The signature is on this very plan"))
        : grounds.notMet(
            Text.of("签署的不是现行草案", "The signature is on another draft"),
            Change.of(
                Text.of("核对后签署现行草案", "Look at the present draft and sign that"),
                Step.of(SIGNED_HASH, next.hash(), hash)));
  }

  private Finding bodyHasNotSigned(PlanSignature next) {
    Grounds grounds = Grounds.of("13.plan-body", ARTICLE).fact(BODY, next.body());
    return signedBy().contains(next.body())
        ? grounds.notMet(
            Text.of("该机构已签署", "This body has signed already"),
            Change.of(Text.of("无需再次签署", "No second signature is needed")))
        : grounds.met(Text.of("该机构尚未签署", "This body has not signed yet"));
  }

  private Finding anotherPerson(PlanSignature next) {
    Grounds grounds = Grounds.of("13.plan-person", ARTICLE).fact(BODY, next.body());
    boolean signedBefore =
        signatures.stream()
            .anyMatch(each -> each.hash().equals(hash) && each.person().equals(next.person()));
    return signedBefore
        ? grounds.notMet(
            Text.of("同一人不得代表两个机构签署", "One person cannot sign for two bodies"),
            Change.of(Text.of("由另一名签署人签署", "Another signer must sign")))
        : grounds.met(Text.of("三个签名由三人作出", "Each signature is another person's"));
  }

  private Finding notAsker(PlanSignature next) {
    Grounds grounds = Grounds.of("13.plan-asker", ARTICLE).fact(BODY, next.body());
    return next.person().equals(askedBy)
        ? grounds.notMet(
            Text.of("提出本计划的人不得签署", "Who asked for the plan cannot sign it"),
            Change.of(Text.of("由另一名签署人签署", "Another signer must sign")))
        : grounds.met(Text.of("签署人未提出本计划", "The signer did not ask for the plan"));
  }
}
