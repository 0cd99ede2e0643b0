package org.firstbatch.filing;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.ClaimReview;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.http.Call;
import org.firstbatch.measures.calendar.FilingWindow;
import org.firstbatch.measures.calendar.QuarterlyJob;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Body;
import org.firstbatch.measures.money.Money;

/** What filing and accepting are receipted with (第十三条). */
final class Receipts {

  private Receipts() {}

  /** For a filing that was received in its window. */
  static Receipt received(Call call, Filing filing, FileQuarter.Input input, FilingWindow window) {
    return call.receipt(
        "filing.received",
        filing.id(),
        input,
        Text.of(
            "逐行核对后，由监管机构、市经信委、市财政局审核，再列入季度作业的补贴计划。",
            "Its rows are checked; then regulator, commission and finance review the claims, and the"
                + " quarterly job's plan takes them."),
        QuarterlyJob.dayOf(window, call.at()).orElse(null));
  }

  /** For a filing that came after its window. */
  static Receipt late(Call call, FileQuarter.Input input, FilingWindow next) {
    return call.receipt(
        "filing.refused",
        call.actor().request(),
        input,
        Text.of(
            "可在 %s 的申报期（自 %s 起）再次申报。".formatted(next.quarter(), next.opens()),
            "File it again for %s, from %s on.".formatted(next.quarter(), next.opens())),
        next.lastDay());
  }

  /** What a body accepted of a filing: its rows as they were at a place in the filing's history. */
  private record AcceptedFiling(
      String filing, String insurer, String quarter, List<String> policies, long sequence) {}

  /** For a body that accepted a filing. */
  static Receipt accepted(Call call, Filing filing, FilingWindow window) {
    return call.receipt(
        "filing.accepted",
        filing.id(),
        new AcceptedFiling(
            filing.id(), filing.insurer(), filing.quarter(), filing.policies(), filing.sequence()),
        next(filing.accepted().keySet().stream().map(ClaimReview::body).toList()),
        QuarterlyJob.dayOf(window, call.at()).orElse(null));
  }

  /** What a body accepted of a claim. */
  private record AcceptedClaim(String claim, int revision, Money subsidy) {}

  /** For a body that accepted a single claim, among those that accept it now. */
  static Receipt accepted(Call call, Claim claim, Collection<Body> bodies, FilingWindow window) {
    return call.receipt(
        "claim.accepted",
        claim.id(),
        new AcceptedClaim(claim.id(), claim.revision(), claim.subsidy()),
        next(bodies),
        QuarterlyJob.dayOf(window, call.at()).orElse(null));
  }

  private static Text next(Collection<Body> accepted) {
    List<Body> missing =
        Arrays.stream(Body.values()).filter(body -> !accepted.contains(body)).toList();
    if (missing.isEmpty()) {
      return Text.of(
          "三家均已接受，由下一份补贴计划按投保时间分配。",
          "All three bodies accept it; the next plan allocates it in insuring order.");
    }
    return Text.of(
        "还需" + names(missing, Text::zh, "、") + "接受。",
        "Still to accept: " + names(missing, Text::en, ", ") + ".");
  }

  private static String names(
      Collection<Body> bodies, Function<Text, String> language, String between) {
    return bodies.stream().map(Body::label).map(language).collect(Collectors.joining(between));
  }
}
