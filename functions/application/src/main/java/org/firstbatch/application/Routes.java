package org.firstbatch.application;

import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;

/** The routes of the application function, with who may call them. */
final class Routes {

  private static final String SCHEME = "/v1/schemes/{scheme}";
  private static final String ALL = SCHEME + "/applications";
  private static final String ONE = ALL + "/{application}";

  private Routes() {}

  static List<Route> of(Records records, Memberships memberships, Schemes schemes, Pieces pieces) {
    Cases cases = new Cases(records);
    CaseLaw law = new CaseLaw(records, schemes);
    Handlers handlers = new Handlers(cases, memberships);
    return Stream.of(
            applying(cases, law, new Dossiers(records, memberships, pieces), handlers),
            confirming(cases, law, handlers),
            assigning(cases, law, new Evaluators(memberships), handlers),
            assessing(cases, law),
            handling(new TakeOver(cases, handlers), new HandOverAll(records, cases, handlers)),
            reading(records, cases),
            open(new CheckApplication(law)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> applying(
      Cases cases, CaseLaw law, Dossiers dossiers, Handlers handlers) {
    Access preparer = Access.of(Capacity.PREPARER, Role.ENTERPRISE);
    Access signer = Access.of(Capacity.SIGNER, Role.ENTERPRISE);
    return List.of(
        Route.command("POST " + ALL, preparer, new DraftApplication()::perform),
        Route.command("PATCH " + ONE, preparer, new SaveDraft(cases)::perform),
        Route.command(
            "POST " + ONE + "/submission",
            signer,
            new SubmitApplication(cases, law, dossiers, handlers)::perform),
        Route.command(
            "POST " + ONE + "/withdrawal", signer, new WithdrawApplication(cases)::perform));
  }

  private static List<Route> confirming(Cases cases, CaseLaw law, Handlers handlers) {
    Access district = Access.of(Capacity.SIGNER, Role.DISTRICT);
    return List.of(
        Route.command(
            "POST " + ONE + "/return",
            district,
            new ReturnApplication(cases, law, handlers)::perform),
        Route.command(
            "POST " + ONE + "/confirmation", district, new ConfirmApplication(cases, law)::perform),
        Route.command(
            "POST " + ONE + "/decline", district, new DeclineApplication(cases)::perform));
  }

  private static List<Route> assigning(
      Cases cases, CaseLaw law, Evaluators evaluators, Handlers handlers) {
    Access commission = Access.of(Capacity.SIGNER, Role.COMMISSION);
    return List.of(
        Route.command(
            "POST " + ONE + "/assignment",
            commission,
            new AssignEvaluator(cases, law, evaluators)::perform),
        Route.command(
            "POST " + ONE + "/supplement",
            commission,
            new DecideSupplement(cases, law, handlers)::perform),
        Route.command(
            "POST " + ONE + "/refusal", commission, new RefuseApplication(cases)::perform));
  }

  private static List<Route> assessing(Cases cases, CaseLaw law) {
    Access evaluator = Access.of(Capacity.SIGNER, Role.EVALUATOR);
    return List.of(
        Route.command(
            "POST " + ONE + "/assignment-decline",
            evaluator,
            new DeclineAssignment(cases, law)::perform),
        Route.command(
            "POST " + ONE + "/supplement-request",
            evaluator,
            new RequestSupplement(cases, law)::perform),
        Route.command(
            "POST " + ONE + "/assessment", evaluator, new AssessApplication(cases, law)::perform));
  }

  private static List<Route> handling(TakeOver takeOver, HandOverAll all) {
    Access members =
        Access.of(
            Capacity.PREPARER, Role.ENTERPRISE, Role.DISTRICT, Role.COMMISSION, Role.EVALUATOR);
    return List.of(
        Route.command("POST " + ONE + "/handler", members, takeOver::take),
        Route.command("POST " + ONE + "/handover", members, takeOver::hand),
        Route.command("POST " + SCHEME + "/handovers", members, all::perform));
  }

  private static List<Route> reading(Records records, Cases cases) {
    ReadSubmissions submissions = new ReadSubmissions(records, cases);
    Access readers =
        Access.readers(Role.ENTERPRISE, Role.DISTRICT, Role.COMMISSION, Role.EVALUATOR);
    return List.of(
        Route.query("GET " + ALL, readers, new ListApplications(records)::list)
            .paged()
            .taking("view", "status", "format"),
        Route.query("GET " + ONE, readers, new ReadApplications(cases)::show),
        Route.query("GET " + ONE + "/submissions", readers, submissions::list).paged(),
        Route.query("GET " + ONE + "/submissions/{round}", readers, submissions::show),
        Route.query("GET " + ONE + "/differences", readers, submissions::differences)
            .taking("from", "to"));
  }

  private static List<Route> open(CheckApplication check) {
    return List.of(
        Route.query("POST " + SCHEME + "/checks/application", Access.open(), check::check));
  }
}
