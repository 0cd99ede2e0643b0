package org.firstbatch.filing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.file.ClaimReview;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.filing.Body;

/** Claims for their insurer and enterprise, the three bodies and auditors; never with persons. */
final class ClaimViews {

  private final Records records;
  private final Schemes schemes;

  ClaimViews(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  Outcome<Reply> show(Call call) {
    Optional<FiledClaim> found =
        FiledClaim.find(records, call.scheme(), call.path("claim"))
            .filter(claim -> maySee(call, claim.row()));
    return found
        .map(claim -> Outcome.done(Reply.ok(whole(call, claim)).tagged(claim.claim())))
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private static boolean maySee(Call call, Claim claim) {
    return switch (call.as().role()) {
      case INSURER -> claim.insurer().equals(call.organisation());
      case ENTERPRISE -> claim.enterprise().equals(call.organisation());
      default -> true;
    };
  }

  private Map<String, Object> whole(Call call, FiledClaim filed) {
    Map<String, Object> view = view(call, filed);
    view.put("marks", filed.review(records).marks());
    view.put("lines", Plans.listSignedLines(records, call.scheme(), filed.row().id()));
    return view;
  }

  /** A claim as lists show it. */
  Map<String, Object> view(Call call, FiledClaim filed) {
    Claim claim = filed.row();
    ClaimReview review = filed.review(records);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("claim", claim.id());
    view.put("policyNumber", claim.number());
    view.put("insurer", claim.insurer());
    view.put("enterprise", claim.enterprise());
    view.put("enterpriseName", claim.enterpriseName());
    view.put("filing", claim.filing());
    view.put("quarter", claim.quarter());
    view.put("insured", claim.insured());
    view.put("received", claim.received());
    view.put("signed", claim.signed());
    view.put("revision", claim.revision());
    view.put("subsidy", claim.subsidy());
    view.put("form", claim.form());
    view.put("state", review.status());
    view.put("acceptedBy", accepted(review));
    view.put("reasons", reasons(call, review));
    return view;
  }

  private static List<Role> accepted(ClaimReview review) {
    return review.standing().acceptedBy().stream().map(Body::name).map(Role::valueOf).toList();
  }

  /** Why a plan would set it aside now. */
  private List<Map<String, Object>> reasons(Call call, ClaimReview review) {
    var edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    return review.reasons(edition).list().stream()
        .map(reason -> Map.<String, Object>of("reason", reason, "zh", reason.chinese()))
        .toList();
  }
}
