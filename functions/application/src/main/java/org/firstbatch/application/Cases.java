package org.firstbatch.application;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.jspecify.annotations.Nullable;

/** Finds the application of a call for those who may see it, and lets those act who may. */
final class Cases {

  private final Records records;

  Cases(Records records) {
    this.records = records;
  }

  /** The application that the path names, to be read; for all others it is not there. */
  Outcome<Stored<Application>> visible(Call call) {
    return Applications.find(records, call.scheme(), call.path("application"))
        .filter(stored -> maySee(call, stored.value()))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private static boolean maySee(Call call, Application application) {
    Filed filed = application.filed();
    return switch (call.as().role()) {
      case ENTERPRISE -> application.enterprise().equals(call.organisation());
      case DISTRICT -> filed != null && filed.district().equals(call.organisation());
      case EVALUATOR -> call.organisation().equals(application.evaluator());
      case COMMISSION -> filed != null;
      case AUDITOR -> true;
      case INSURER, REGULATOR, FINANCE -> false;
    };
  }

  /** Where an application is now. */
  State stateOf(Call call, Application application) {
    return Applications.stateOf(records, call.scheme(), application, call.at());
  }

  /** The application, to be changed by its applicant while it is in one of the states. */
  Outcome<Case> ofApplicant(Call call, Unit unit, State... states) {
    return visible(call)
        .map(stored -> new Case(call, unit, stored, stateOf(call, stored.value())))
        .then(found -> in(found, states));
  }

  /**
   * The application, to be acted on by an authority or an evaluator while it is in one of the
   * states: by nobody who stands close to the applicant or to who assesses it.
   */
  Outcome<Case> ofOfficer(Call call, Unit unit, State... states) {
    return ofOfficer(call, unit, call::matchingIfNamed, states);
  }

  /**
   * As {@link #ofOfficer(Call, Unit, State...)}, for a decision on what the application says: only
   * on the version that was read. Otherwise what is decided on could have been returned and
   * submitted anew meanwhile.
   */
  Outcome<Case> ofReader(Call call, Unit unit, State... states) {
    return ofOfficer(call, unit, call::matching, states);
  }

  private Outcome<Case> ofOfficer(
      Call call,
      Unit unit,
      Function<Stored<Application>, Outcome<Stored<Application>>> version,
      State... states) {
    return visible(call)
        .then(stored -> call.standsOutside(stored.value().parties()).map(_ -> stored))
        .then(version)
        .map(stored -> new Case(call, unit, stored, stateOf(call, stored.value())))
        .then(found -> in(found, states));
  }

  /** The application, for whoever has it in hand or may take it: the applicant or an officer. */
  Outcome<Case> inHand(Call call, Unit unit, State... states) {
    return call.as().role() == Role.ENTERPRISE
        ? ofApplicant(call, unit, states)
        : ofOfficer(call, unit, states);
  }

  private static Outcome<Case> in(Case found, State... states) {
    String list = found.application().list();
    if (found.state() != State.CERTIFIED && list != null) {
      return Outcome.refused(
          Problem.conflict(
              "此申请已列入名单 " + list + "，正在公布，不能再办理。",
              "This application is on the list "
                  + list
                  + ", which is being published; nothing more can be done to it."));
    }
    List<State> fitting = Arrays.asList(states);
    return fitting.contains(found.state())
        ? Outcome.done(found)
        : Outcome.refused(
            Problem.conflict(
                    "此申请现为 " + found.state() + "，此事只在 " + fitting + " 时可办。",
                    "This application is "
                        + found.state()
                        + "; this can be done while it is "
                        + fitting
                        + ".")
                .with("applicationState", found.state()));
  }

  /** Refuses a person who ever took another of the stages of which nobody takes two. */
  static Outcome<Case> whoTookNoStageBeside(Case found, Stage stage) {
    return found
        .application()
        .stageBeside(stage, found.person())
        .map(taken -> Outcome.<Case>refused(tookAnother(taken, stage)))
        .orElseGet(() -> Outcome.done(found));
  }

  private static Problem tookAnother(Stage taken, Stage wanted) {
    return Problem.notAllowed(
        "同一申请的确认、委托、评估、公布须由不同的人办理；您已办理 " + taken + "，不能再办理 " + wanted + "。",
        "Nobody takes two of confirm, assign, assess and publish on one application; you took "
            + taken
            + ", so you cannot take "
            + wanted
            + ".");
  }

  /** Writes what the act made of the application, with its rows and its history. */
  Stored<Application> save(Case found, Application now, Happening happening) {
    ApplicationRows.change(records, found.unit(), found.call().scheme(), found.application(), now);
    return found.unit().change(Applications.APPLICATION, found.stored(), now, happening);
  }

  /** As {@link #save(Case, Application, Happening)}, for what concerns all its parties. */
  Stored<Application> save(
      Case found, Application now, String type, @Nullable String ground, Object facts) {
    return save(
        found,
        now,
        new Happening(type, "application", found.id(), concerned(found, now), ground, facts));
  }

  /** Whom it concerned before the act and whom it concerns after it. */
  private static List<String> concerned(Case found, Application now) {
    Set<String> all = new LinkedHashSet<>(found.concerned());
    all.addAll(Case.concerned(now));
    return List.copyOf(all);
  }
}
