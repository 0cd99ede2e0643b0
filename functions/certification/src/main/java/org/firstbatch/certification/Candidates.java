package org.firstbatch.certification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Edition;
import org.jspecify.annotations.Nullable;

/**
 * The applications that a list is to certify, all of them or none (第十条): each assessed and on no
 * other list, by a signer who took no other stage of any and stands close to no applicant and no
 * evaluator of theirs.
 */
final class Candidates {

  static final int MOST = 2_000;
  private static final int MOST_GROUND = 500;

  private final Records records;

  Candidates(Records records) {
    this.records = records;
  }

  /**
   * What a signer asks to publish; its JSON is what the digest of the list is of.
   *
   * @param documentNumber the number of the document
   * @param applications in the order of their certificates' numbers
   */
  record Asked(String documentNumber, List<Entry> applications) {
    static Outcome<Asked> of(Fields body) {
      Asked asked =
          new Asked(
              body.identifier("documentNumber", 100),
              body.objects("applications", 1, MOST, Entry::of));
      return body.result(asked).then(Asked::withoutRepetition);
    }

    private Outcome<Asked> withoutRepetition() {
      Map<String, Integer> first = new LinkedHashMap<>();
      List<FieldError> errors = new ArrayList<>();
      for (int i = 0; i < applications.size(); i++) {
        Integer before = first.putIfAbsent(applications.get(i).application(), i);
        if (before != null) {
          errors.add(
              new FieldError(
                  Candidate.pointer(i, "application"),
                  "与第 " + (before + 1) + " 项重复",
                  "the same application as item " + (before + 1)));
        }
      }
      return errors.isEmpty() ? Outcome.done(this) : Outcome.refused(Problem.invalid(errors));
    }
  }

  /**
   * @param application its id
   * @param ground why the signer departs from the assessment; null where it is followed
   */
  record Entry(String application, @Nullable String ground) {
    static Entry of(Fields fields) {
      return new Entry(
          fields.identifier("application", 40),
          fields.optional("ground", name -> fields.text(name, 1, MOST_GROUND)).orElse(null));
    }
  }

  /** The applications as they are now; refused with everything that stands in the way of any. */
  Outcome<List<Candidate>> find(Call call, Asked asked, Edition edition) {
    return known(call, asked)
        .then(all -> bySomebodyApart(call, all))
        .then(all -> free(asked, all))
        .then(Candidates::grounded)
        .then(all -> lawful(call, all, edition));
  }

  private Outcome<List<Candidate>> known(Call call, Asked asked) {
    List<RecordKey> keys =
        asked.applications().stream()
            .map(entry -> Applications.key(call.scheme(), entry.application()))
            .toList();
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    List<Candidate> candidates = new ArrayList<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      StoredRecord record = found.get(keys.get(i));
      if (record == null) {
        errors.add(
            new FieldError(
                Candidate.pointer(i, "application"), "没有这份申请", "there is no such application"));
      } else {
        String ground = asked.applications().get(i).ground();
        candidates.add(new Candidate(i, Applications.APPLICATION.read(record), ground));
      }
    }
    return errors.isEmpty() ? Outcome.done(candidates) : Outcome.refused(Problem.invalid(errors));
  }

  private static Outcome<List<Candidate>> bySomebodyApart(Call call, List<Candidate> all) {
    List<String> parties =
        all.stream()
            .flatMap(candidate -> candidate.application().parties().stream())
            .distinct()
            .toList();
    return call.standsOutside(parties).then(_ -> bySomebodyElse(call, all));
  }

  private static Outcome<List<Candidate>> bySomebodyElse(Call call, List<Candidate> all) {
    List<FieldError> errors =
        all.stream()
            .filter(candidate -> candidate.isTakenBy(call.actor().person()))
            .map(
                candidate ->
                    candidate.wrong(
                        "application",
                        "您已办理过此申请的确认、分派或评审",
                        "you took another stage of this application: confirm, assign or assess"))
            .toList();
    Text detail =
        Text.of(
            "您已办理过其中 %d 份申请的其他环节，须由未参与的人公布。".formatted(errors.size()),
            "You took another stage of %d of these applications; somebody who took none must publish them."
                .formatted(errors.size()));
    return orRefused(all, Problem.Kind.NOT_ALLOWED, detail, errors);
  }

  private static Outcome<List<Candidate>> free(Asked asked, List<Candidate> all) {
    List<FieldError> errors =
        all.stream()
            .filter(candidate -> !candidate.isFree(asked.documentNumber()))
            .map(Candidates::notFree)
            .toList();
    Text detail =
        Text.of(
            "其中 %d 份申请现在不能认定。".formatted(errors.size()),
            "%d of these applications cannot be certified now.".formatted(errors.size()));
    return orRefused(all, Problem.Kind.CONFLICT, detail, errors);
  }

  private static FieldError notFree(Candidate candidate) {
    Application application = candidate.application();
    return application.list() == null
        ? candidate.wrong(
            "application",
            "现为 " + application.state() + "，评审完成（ASSESSED）后方可认定",
            "is " + application.state() + "; only an ASSESSED application is certified")
        : candidate.wrong(
            "application",
            "已列入名单 " + application.list(),
            "is on the list " + application.list() + " already");
  }

  private static Outcome<List<Candidate>> grounded(List<Candidate> all) {
    List<FieldError> errors =
        all.stream()
            .filter(candidate -> candidate.departs() != (candidate.ground() != null))
            .map(Candidates::ground)
            .toList();
    return errors.isEmpty() ? Outcome.done(all) : Outcome.refused(Problem.invalid(errors));
  }

  private static FieldError ground(Candidate candidate) {
    return candidate.departs()
        ? candidate.wrong(
            "ground",
            "评审未建议认定，须写明不采纳的理由",
            "the evaluator did not recommend it; say why you depart from that")
        : candidate.wrong(
            "ground",
            "评审建议认定，没有不采纳，不需要理由",
            "the evaluator recommends it; there is nothing to give a ground for");
  }

  private static Outcome<List<Candidate>> lawful(Call call, List<Candidate> all, Edition edition) {
    List<FieldError> errors = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Candidate candidate : all) {
      Decision decision = candidate.decide(edition, Shanghai.dayOf(call.at()));
      if (!decision.allowed()) {
        List<Finding> against = new ArrayList<>(decision.listNotMet());
        against.addAll(decision.listUndetermined());
        against.forEach(finding -> errors.add(notMet(candidate, finding)));
        findings.addAll(against);
      }
    }
    return errors.isEmpty()
        ? Outcome.done(all)
        : Outcome.refused(notMet(errors, findings.getFirst()));
  }

  private static FieldError notMet(Candidate candidate, Finding finding) {
    return candidate.wrong(
        "application",
        finding.rule() + "：" + finding.sentence().zh(),
        finding.rule() + ": " + finding.sentence().en());
  }

  private static Problem notMet(List<FieldError> errors, Finding first) {
    Text detail =
        Text.of(
            "公布名单前有 %d 处不符合规定。".formatted(errors.size()),
            errors.size() == 1
                ? "A rule is not met on the day of publication."
                : "%d rules are not met on the day of publication.".formatted(errors.size()));
    return new Problem(Problem.Kind.NOT_MET, detail, first.article(), errors, Map.of());
  }

  private static Outcome<List<Candidate>> orRefused(
      List<Candidate> all, Problem.Kind kind, Text detail, List<FieldError> errors) {
    return errors.isEmpty()
        ? Outcome.done(all)
        : Outcome.refused(new Problem(kind, detail, "第十条", errors, Map.of()));
  }
}
