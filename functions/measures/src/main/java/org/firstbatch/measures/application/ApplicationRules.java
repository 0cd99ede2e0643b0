package org.firstbatch.measures.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.measures.calendar.RestDays;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.policy.Law;
import org.firstbatch.measures.scheme.ApplicationTerms;
import org.firstbatch.measures.scheme.Edition;
import org.firstbatch.measures.scheme.YearlyNotice;

/**
 * Every rule on an application, in the order of the articles; none is left out because another
 * failed.
 */
public final class ApplicationRules {
  private ApplicationRules() {}

  /**
   * Decides on an application as it is submitted: what is missing leaves its rules undetermined.
   *
   * @param edition the scheme's edition; its values of the day of submission count
   * @param notice the notice under which the application falls
   * @param restDays the official calendar as far as it is known
   * @param submitted the day of this submission, in Shanghai
   */
  public static Decision decide(
      ApplicationFacts facts,
      Edition edition,
      YearlyNotice notice,
      RestDays restDays,
      LocalDate submitted) {
    Law law = new Law(edition, submitted);
    ApplicationTerms terms = notice.application();
    Stream<List<Finding>> findings =
        Stream.of(
            new FirstBatchProduct(facts).findings(),
            new SmallManufacturer(facts, law).findings(),
            new Registration(facts, law).findings(terms),
            new QualityConditions(facts).findings(terms),
            new Submission(facts, law, terms).findings(restDays));
    return new Decision(findings.flatMap(List::stream).toList());
  }

  /**
   * Decides what is judged only when the certificate is issued: the negotiated class and its price
   * (第四条) and, where question 9 says so, the years of registration (第八条（一）).
   *
   * @param published the day of publication, in Shanghai
   */
  public static Decision decideAtPublication(
      ApplicationFacts facts, Edition edition, YearlyNotice notice, LocalDate published) {
    List<Finding> findings = new ArrayList<>(new NegotiatedClass(facts, notice).findings());
    new Registration(facts, new Law(edition, published))
        .registeredAtPublication()
        .ifPresent(findings::add);
    return new Decision(findings);
  }
}
