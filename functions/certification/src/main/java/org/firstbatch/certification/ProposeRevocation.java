package org.firstbatch.certification;

import java.time.LocalDate;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A signer proposes to revoke a certificate (第十条); another approves it. It acts forward, from the
 * day of its approval or a later one; for false material from the day of publication.
 */
final class ProposeRevocation {

  private final Proposals proposals;

  ProposeRevocation(Proposals proposals) {
    this.proposals = proposals;
  }

  private record Asked(boolean falseMaterial, @Nullable LocalDate day, String ground) {
    static Outcome<Asked> of(Fields body) {
      Asked asked =
          new Asked(
              body.flag("falseMaterial"),
              body.optional("day", body::day).orElse(null),
              body.text("ground", 1, 500));
      if (asked.falseMaterial() && asked.day() != null) {
        body.mistake(
            "day",
            "材料虚假的撤销自公布日起生效，不另定日期",
            "a revocation for false material acts from publication and has no other day");
      }
      return body.result(asked);
    }
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(Asked::of)
        .then(
            asked ->
                proposals
                    .certificate(call)
                    .then(call::matching)
                    .then(
                        found ->
                            mayAct(
                                    found.value().certificate(),
                                    asked.falseMaterial(),
                                    asked.day(),
                                    Shanghai.dayOf(call.at()))
                                .then(_ -> propose(call, unit, found, asked))));
  }

  private Outcome<Reply> propose(Call call, Unit unit, Stored<Registered> found, Asked asked) {
    Proposal proposal =
        Proposal.revocation(
            call,
            found.value().certificate().number(),
            found.version(),
            asked.falseMaterial(),
            asked.day(),
            asked.ground());
    return proposals.keep(call, unit, found, proposal);
  }

  /**
   * Whether a revocation can act on a certificate as from a day; asked again when it is approved.
   */
  static Outcome<LocalDate> mayAct(
      Certificate certificate, boolean falseMaterial, @Nullable LocalDate asked, LocalDate today) {
    LocalDate day = asked == null ? today : asked;
    if (certificate.revocation() != null) {
      return Outcome.refused(Problem.conflict("证书已撤销。", "The certificate is revoked already."));
    }
    if (!falseMaterial && day.isBefore(today)) {
      return Outcome.refused(
          Problem.conflict(
              "撤销向后生效：不得早于批准之日 " + today + "，所定为 " + day + "。",
              "A revocation acts forward: not before the day of its approval, "
                  + today
                  + "; it names "
                  + day
                  + "."));
    }
    if (!falseMaterial && day.isAfter(certificate.lastDay())) {
      return Outcome.refused(
          Problem.conflict(
              "证书有效期至 %s，此后撤销没有效果。".formatted(certificate.lastDay()),
              "The certificate ends on %s; a revocation after that has no effect."
                  .formatted(certificate.lastDay())));
    }
    return Outcome.done(day);
  }
}
