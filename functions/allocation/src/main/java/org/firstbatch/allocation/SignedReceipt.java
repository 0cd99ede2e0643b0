package org.firstbatch.allocation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Body;

/** What a body's signature is receipted with (第十三条). */
final class SignedReceipt {

  private SignedReceipt() {}

  /** What was signed. */
  private record Signed(int year, int place, String sha256, Role body) {}

  /**
   * The receipt.
   *
   * @param plan with the signature
   */
  static Receipt of(Call call, Plan plan) {
    Signed signed = new Signed(plan.year(), plan.place(), plan.sha256(), call.as().role());
    return call.receipt(act(plan), Discards.subject(plan), signed, next(plan), null);
  }

  /** What this signature did: the last one makes the plan SIGNED. */
  static String act(Plan plan) {
    return plan.state() == Plans.State.SIGNED ? "plan.signed" : "plan.signature";
  }

  private static Text next(Plan plan) {
    List<Text> missing =
        Arrays.stream(Body.values())
            .filter(body -> !plan.signatures().containsKey(Role.valueOf(body.name())))
            .map(Body::label)
            .toList();
    if (missing.isEmpty()) {
      return Text.of(
          "三家均已签署，计划公开，由市财政局据以拨付。",
          "All three bodies have signed; the plan is public, and the finance bureau pays by it.");
    }
    return Text.of(
        "还需" + names(missing, Text::zh, "、") + "签署同一哈希。",
        "Still to sign the same hash: " + names(missing, Text::en, ", ") + ".");
  }

  private static String names(List<Text> bodies, Function<Text, String> language, String between) {
    return bodies.stream().map(language).collect(Collectors.joining(between));
  }
}
