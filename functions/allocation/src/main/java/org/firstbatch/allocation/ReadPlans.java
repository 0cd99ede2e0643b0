package org.firstbatch.allocation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.allocation.Archive.FileType;
import org.firstbatch.allocation.Runs.Run;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/**
 * Shows runs, plans, lines and files. The public sees signed plans; an insurer sees its own lines
 * of any plan; auditors and the three bodies see everything.
 */
final class ReadPlans {

  private final Records records;
  private final Archive archive;

  ReadPlans(Records records, ObjectStore objects) {
    this.records = records;
    archive = new Archive(objects);
  }

  Outcome<Reply> runs(Call call) {
    return Inputs.year(call)
        .then(year -> Paging.of(call).map(paging -> runs(call.scheme(), year, paging)));
  }

  private Reply runs(String scheme, int year, Paging paging) {
    List<Run> runs = Runs.list(records, scheme, year).stream().map(Stored::value).toList();
    return Reply.ok(paging.of(runs, Runs::order, RequestRun::view));
  }

  Outcome<Reply> run(Call call) {
    return Inputs.year(call)
        .then(
            year ->
                Runs.find(records, call.scheme(), year, call.path("run"))
                    .map(run -> done(Reply.ok(RequestRun.view(run.value())).tagged(run)))
                    .orElseGet(ReadPlans::missing));
  }

  Outcome<Reply> plans(Call call) {
    return Inputs.year(call).then(year -> Paging.of(call).map(paging -> plans(call, year, paging)));
  }

  private Reply plans(Call call, int year, Paging paging) {
    Chain chain = Chain.of(records, call.scheme(), year);
    List<Plan> visible =
        chain.plans().stream().map(Stored::value).filter(plan -> isVisible(call, plan)).toList();
    return Reply.ok(
        paging.of(
            visible, plan -> "%04d".formatted(plan.place()), plan -> view(call, chain, plan)));
  }

  Outcome<Reply> plan(Call call) {
    return onPlan(
        call, (chain, plan) -> done(Reply.ok(view(call, chain, plan.value())).tagged(plan)));
  }

  /** Links to the files, valid for five minutes. */
  Outcome<Reply> files(Call call) {
    return onPlan(
        call,
        (_, plan) ->
            isInsurer(call) && !plan.value().state().isSigned()
                ? missing()
                : done(Reply.ok(files(call.scheme(), plan.value()))));
  }

  private Map<String, Object> files(String scheme, Plan plan) {
    Map<String, Object> files = new LinkedHashMap<>();
    files.put("input", file(scheme, plan, plan.input(), FileType.INPUT));
    files.put("plan", file(scheme, plan, plan.sha256(), FileType.PLAN));
    files.put("validForSeconds", Archive.LINK.toSeconds());
    return files;
  }

  private Map<String, Object> file(String scheme, Plan plan, String sha256, FileType type) {
    String suffix = type == FileType.INPUT ? "input" : "plan";
    String name = "%s-%d-%d.%s.txt".formatted(scheme, plan.year(), plan.place(), suffix);
    var key = Archive.key(scheme, plan.year(), plan.place(), sha256, type);
    return Map.of("sha256", sha256, "name", name, "link", archive.link(key, name).toString());
  }

  Outcome<Reply> lines(Call call) {
    return onPlan(
        call,
        (_, plan) ->
            Inputs.limit(call)
                .then(
                    limit ->
                        PlanPage.Cursor.parse(call.query("cursor"))
                            .map(cursor -> page(call, plan.value(), cursor, limit))));
  }

  private Reply page(Call call, Plan plan, PlanPage.Cursor cursor, int limit) {
    var key = Archive.key(call.scheme(), plan.year(), plan.place(), plan.sha256(), FileType.PLAN);
    PlanPage page =
        PlanPage.read(
            archive,
            key,
            cursor,
            limit,
            insurer -> !isInsurer(call) || insurer.equals(call.organisation()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("sha256", plan.sha256());
    body.put("items", page.items());
    page.next().ifPresent(next -> body.put("next", next.text()));
    return Reply.ok(body);
  }

  private interface Reading {
    Outcome<Reply> of(Chain chain, Stored<Plan> plan);
  }

  private Outcome<Reply> onPlan(Call call, Reading reading) {
    return Inputs.year(call)
        .then(
            year ->
                Inputs.place(call)
                    .then(
                        place -> {
                          Chain chain = Chain.of(records, call.scheme(), year);
                          Optional<Stored<Plan>> plan =
                              chain.find(place).filter(each -> isVisible(call, each.value()));
                          return plan.isPresent() ? reading.of(chain, plan.get()) : missing();
                        }));
  }

  private static boolean isVisible(Call call, Plan plan) {
    return call.membership() != null || plan.state().isSigned();
  }

  private static boolean isInsurer(Call call) {
    return call.membership() != null && call.membership().role() == Role.INSURER;
  }

  private static Map<String, Object> view(Call call, Chain chain, Plan plan) {
    return call.membership() != null && call.membership().role().isPublicBody()
        ? PlanViews.forBodies(chain, plan)
        : PlanViews.forAll(chain, plan);
  }

  private static Outcome<Reply> done(Reply reply) {
    return Outcome.done(reply);
  }

  private static Outcome<Reply> missing() {
    return Outcome.refused(Problem.notFound());
  }
}
