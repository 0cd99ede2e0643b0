package org.firstbatch.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.policy.Deadline;
import org.firstbatch.measures.policy.Law;
import org.jspecify.annotations.Nullable;

/** What anybody may ask, without a token; nothing of it is kept. */
final class PublicChecks {

  private final Records records;
  private final PolicyBody body;
  private final Judge judge;
  private final Calendars calendars;

  PublicChecks(Records records, PolicyBody body, Judge judge, Calendars calendars) {
    this.records = records;
    this.body = body;
    this.judge = judge;
    this.calendars = calendars;
  }

  /** What a check answers: the decision, whatever it is. */
  record Checked(DecisionView decision, DeadlineView deadline, SubsidyView subsidy) {}

  /** What the rules would say of a policy. */
  Outcome<Reply> check(Call call) {
    return body.read(call)
        .map(stated -> judge.load(records, call.scheme(), stated.policy(), call.at()))
        .map(file -> judge.openly(file, call.scheme(), call.at()))
        .map(
            judgement ->
                Reply.ok(
                    new Checked(
                        DecisionView.of(judgement.decision()),
                        DeadlineView.of(judgement.deadline()),
                        judgement.subsidy())));
  }

  /** The last day to insure after a contract and a delivery. */
  Outcome<Reply> deadline(Call call) {
    List<FieldError> errors = new ArrayList<>();
    LocalDate signed = day(call, "contractSigned", errors);
    LocalDate delivered = day(call, "delivered", errors);
    return errors.isEmpty()
        ? certificate(call).map(found -> deadline(call, signed, delivered, found.orElse(null)))
        : Outcome.refused(Problem.invalid(errors));
  }

  private Reply deadline(
      Call call, LocalDate signed, LocalDate delivered, @Nullable Certificate certificate) {
    LocalDate asked = signed.isAfter(delivered) ? signed : delivered;
    Law law = new Law(judge.edition(call.scheme(), call.at()), asked);
    var loaded = records.find(Programme.calendarsKey(call.scheme())).map(Programme.CALENDARS::read);
    Deadline deadline =
        Deadline.of(signed, delivered, certificate, law, calendars.of(loaded.orElse(null)));
    return Reply.ok(DeadlineView.of(deadline));
  }

  private Outcome<Optional<Certificate>> certificate(Call call) {
    Optional<String> number = call.query("certificate");
    if (number.isEmpty()) {
      return Outcome.done(Optional.empty());
    }
    Optional<Certificate> found =
        records
            .find(Certificates.key(call.scheme(), number.get()))
            .map(record -> Certificates.CERTIFICATE.read(record).value())
            .filter(registered -> isPublished(call.scheme(), registered.list()))
            .map(Certificates.Registered::certificate);
    return found.isPresent()
        ? Outcome.done(found)
        : Outcome.refused(
            Problem.invalid(
                "?certificate",
                "没有编号为“" + number.get() + "”的认定证书，请填公布名单中的编号，或不填",
                "there is no certificate \""
                    + number.get()
                    + "\"; give a number of the published list, or none"));
  }

  private boolean isPublished(String scheme, String list) {
    return records
        .find(Certificates.listKey(scheme, list))
        .filter(record -> Certificates.LIST.read(record).value().isPublished())
        .isPresent();
  }

  private static LocalDate day(Call call, String name, List<FieldError> errors) {
    String text = call.query(name).orElse("");
    try {
      LocalDate day = LocalDate.parse(text);
      if (Days.isOfOurTime(day)) {
        return day;
      }
    } catch (DateTimeException _) {
      // Told below, as for a day that is not of our time.
    }
    errors.add(
        new FieldError(
            "?" + name,
            "请填存在的日期，如 2026-02-24，现为“" + text + "”",
            "give a day that exists, like 2026-02-24, not \"" + text + "\""));
    return LocalDate.EPOCH;
  }
}
