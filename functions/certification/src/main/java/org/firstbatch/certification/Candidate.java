package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.application.ApplicationFact;
import org.firstbatch.measures.application.ApplicationFacts;
import org.firstbatch.measures.application.ApplicationRules;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.ProductClass;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/**
 * An application that is to be certified (第十条).
 *
 * @param place its place in the list, from 0
 * @param stored the application as it was read
 * @param ground why it is certified although the evaluator did not recommend it; null otherwise
 */
record Candidate(int place, Stored<Application> stored, @Nullable String ground) {

  Application application() {
    return stored.value();
  }

  /** Whether it can be certified by a list, and is on no other. */
  boolean isFree(String documentNumber) {
    String list = application().list();
    return application().state() == State.ASSESSED && (list == null || list.equals(documentNumber));
  }

  /** Whether it is on the list already, by this signer. */
  boolean isListed(String documentNumber, String person) {
    return documentNumber.equals(application().list())
        && application().whoTook(Stage.PUBLISH).filter(person::equals).isPresent();
  }

  /** Whether certifying it departs from the assessment. */
  boolean departs() {
    var assessment = application().assessment();
    return assessment == null || !assessment.recommended();
  }

  /** Whether a person ever took another of the stages of which nobody takes two. */
  boolean isTakenBy(String person) {
    return application().stageBeside(Stage.PUBLISH, person).isPresent();
  }

  /** What the law says of issuing it on a day, by the notice that the case keeps. */
  Decision decide(Edition edition, LocalDate day) {
    return ApplicationRules.decideAtPublication(
        ApplicationFacts.of(application().form()), edition, notice(), day);
  }

  /** What speaks against certifying it under another class, on a day. */
  List<Finding> decideOnClass(String label, Edition edition, LocalDate day) {
    Map<String, String> form = new TreeMap<>(application().form());
    form.put(ApplicationFact.PRODUCT_CLASS.path(), label);
    Decision decision =
        ApplicationRules.decideAtPublication(ApplicationFacts.of(form), edition, notice(), day);
    return Stream.concat(decision.listNotMet().stream(), decision.listUndetermined().stream())
        .filter(finding -> finding.article().equals("第四条"))
        .toList();
  }

  private YearlyNotice notice() {
    var filed = application().filed();
    if (filed == null) {
      throw new PermanentFault("An assessed application was never filed: " + application().id());
    }
    return YearlyNotice.parse("notice of " + application().id(), filed.notice());
  }

  /** The certificate that it becomes. */
  Registered certified(String number, String list, LocalDate day, Edition edition) {
    Certificate certificate =
        new Certificate(
            number,
            new CreditCode(application().enterprise()),
            ProductClass.ofLabel(field(ApplicationFact.PRODUCT_CLASS)),
            field(ApplicationFact.PRODUCT),
            field(ApplicationFact.SPECIFICATION),
            day,
            Certificate.lastDay(day, edition),
            null);
    return new Registered(
        certificate, field(ApplicationFact.NAME), list, application().id(), List.of());
  }

  private String field(ApplicationFact fact) {
    return application().field(fact.path()).strip();
  }

  /** A mistake in its place in the request. */
  FieldError wrong(String member, String zh, String en) {
    return new FieldError(pointer(place, member), zh, en);
  }

  static String pointer(int place, String member) {
    return "/applications/" + place + "/" + member;
  }
}
