package org.firstbatch.allocation;

import java.util.List;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.explain.Text;

/** The routes of the allocation function, as in the template. */
final class Routes {

  private static final String YEAR = "/v1/schemes/{scheme}/years/{year}";
  private static final String PLAN = YEAR + "/plans/{place}";
  private static final String SIGNED = YEAR + "/signed-plans";
  private static final Role[] BODIES = {Role.COMMISSION, Role.FINANCE, Role.REGULATOR};

  private Routes() {}

  static List<Route> of(Records records, ObjectStore objects, Schemes schemes) {
    ReadPlans read = new ReadPlans(records, objects);
    SignPlan sign = new SignPlan(records, objects, schemes);
    ProposeClosing closing = new ProposeClosing(records, schemes);
    Position position = new Position(records, schemes);
    Access bodies = Access.readers(BODIES);
    Access concerned =
        bodies
            .and(Role.INSURER, Capacity.values())
            .otherwise(
                Text.of(
                    "已签署的计划人人可看：years/{year}/signed-plans。",
                    "Signed plans are open to everybody: years/{year}/signed-plans."));
    Access bodySigners = Access.of(Capacity.SIGNER, BODIES);
    Access regulator = Access.of(Capacity.SIGNER, Role.REGULATOR);
    Access finance = Access.of(Capacity.SIGNER, Role.FINANCE);
    return List.of(
        Route.command("POST " + YEAR + "/runs", regulator, new RequestRun(records)::request),
        Route.query("GET " + YEAR + "/runs", bodies, read::runs).paged(),
        Route.query("GET " + YEAR + "/runs/{run}", bodies, read::run),
        Route.query("GET " + YEAR + "/plans", concerned, read::plans).paged(),
        Route.query("GET " + PLAN, concerned, read::plan),
        Route.query("GET " + PLAN + "/lines", concerned, read::lines).paged(),
        Route.query("GET " + PLAN + "/files", concerned, read::files),
        Route.query("GET " + SIGNED, Access.open(), read::plans).paged(),
        Route.query("GET " + SIGNED + "/{place}", Access.open(), read::plan),
        Route.query("GET " + SIGNED + "/{place}/lines", Access.open(), read::lines).paged(),
        Route.query("GET " + SIGNED + "/{place}/files", Access.open(), read::files),
        Route.command("POST " + PLAN + "/signatures", bodySigners, sign::sign),
        Route.command("POST " + PLAN + "/decline", bodySigners, sign::decline),
        Route.command("POST " + PLAN + "/discard", regulator, sign::discard),
        Route.query("GET " + YEAR + "/position", Access.open(), position::totals),
        Route.query(
            "GET " + YEAR + "/position/own",
            Access.nobody().and(Role.ENTERPRISE, Capacity.values()),
            position::own),
        Route.command("POST " + YEAR + "/closing", finance, closing::propose),
        Route.command("POST " + YEAR + "/closing/approval", finance, closing::approve),
        Route.query("GET " + YEAR + "/closing", bodies, closing::read));
  }
}
