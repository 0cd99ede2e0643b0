package org.firstbatch.programme;

import static org.firstbatch.casework.person.Capacity.ADMINISTRATOR;
import static org.firstbatch.casework.person.Capacity.PREPARER;
import static org.firstbatch.casework.person.Capacity.SIGNER;
import static org.firstbatch.casework.person.Role.COMMISSION;
import static org.firstbatch.casework.person.Role.FINANCE;
import static org.firstbatch.casework.person.Role.REGULATOR;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;

/** Makes the routes. */
@Factory
final class Wiring {

  private static final String SCHEME = "/v1/schemes/{scheme}";

  @Singleton
  Dispatcher dispatcher(Records records, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, routes(records, memberships, schemes));
  }

  static List<Route> routes(Records records, Memberships memberships, Schemes schemes) {
    List<Route> routes = new ArrayList<>(reading(records, schemes));
    routes.addAll(proposing(new ProposeChange(records)));
    routes.addAll(deciding(records));
    routes.addAll(people(new People(records, memberships)));
    return routes;
  }

  private static List<Route> reading(Records records, Schemes schemes) {
    PublicProgramme programme = new PublicProgramme(records);
    PublicCalendar calendar = new PublicCalendar(records);
    return List.of(
        get("/parameters", Access.open(), new PublicParameters(schemes)::show),
        get("/budgets", Access.open(), programme::budgets).paged(),
        get("/budgets/{year}", Access.open(), programme::budget),
        get("/calendars", Access.open(), calendar::calendars),
        get("/calendars/{year}", Access.open(), calendar::calendar),
        get("/insurers", Access.open(), programme::insurers).paged(),
        get("/insurers/{insurer}", Access.open(), programme::insurer),
        get("/clauses", Access.open(), programme::clauses).paged(),
        get("/clauses/{clause}", Access.open(), programme::clause),
        get("/notices/{year}", Access.open(), new PublicNotice(records, schemes)::show)
            .taking("version"));
  }

  private static List<Route> proposing(ProposeChange propose) {
    Access finance = Access.of(PREPARER, FINANCE);
    Access commission = Access.of(PREPARER, COMMISSION);
    Access regulator = Access.of(PREPARER, REGULATOR);
    Access administrators = Access.of(ADMINISTRATOR, Role.values());
    return List.of(
        post("/budgets", finance, propose.of(new SetBudget())),
        post("/budgets/{year}/supplements", finance, propose.of(new SupplementBudget())),
        post("/calendars", commission, propose.of(new LoadCalendar())),
        post("/notices", commission, propose.of(new SetNotice())),
        post("/insurers", regulator, propose.of(new SelectInsurer())),
        post("/insurers/{insurer}/suspension", regulator, propose.of(new SuspendInsurer())),
        post("/insurers/{insurer}/reinstatement", regulator, propose.of(new ReinstateInsurer())),
        post("/insurers/{insurer}/bar", regulator, propose.of(new BarInsurer())),
        post("/insurers/{insurer}/bar/annulment", regulator, propose.of(new AnnulBar())),
        post("/clauses", regulator, propose.of(new FileClause())),
        post("/memberships", administrators, propose.of(new GrantMembership())),
        post("/memberships/end", administrators, propose.of(new EndMembership())));
  }

  private static List<Route> deciding(Records records) {
    OwnChanges changes = new OwnChanges(records);
    DecideChange decide = new DecideChange(changes);
    Access readers = Access.readers(Role.values());
    Access deciders = deciders();
    return List.of(
        get("/changes", readers, changes::list).paged().taking("organisation"),
        get("/changes/{change}", readers, changes::show),
        post("/changes/{change}/approval", deciders, new ApproveChange(records, changes)::approve),
        post("/changes/{change}/refusal", deciders, decide::refuse),
        post("/changes/{change}/withdrawal", proposers(), decide::withdraw));
  }

  /** Administrators of everybody, and signers of the three bodies. */
  private static Access deciders() {
    return Access.of(ADMINISTRATOR, Role.values())
        .and(COMMISSION, SIGNER, ADMINISTRATOR)
        .and(FINANCE, SIGNER, ADMINISTRATOR)
        .and(REGULATOR, SIGNER, ADMINISTRATOR);
  }

  private static Access proposers() {
    return Access.of(ADMINISTRATOR, Role.values())
        .and(COMMISSION, PREPARER, ADMINISTRATOR)
        .and(FINANCE, PREPARER, ADMINISTRATOR)
        .and(REGULATOR, PREPARER, ADMINISTRATOR);
  }

  private static List<Route> people(People people) {
    return List.of(
        get("/memberships", Access.of(ADMINISTRATOR, Role.values()), people::members).paged(),
        get("/me", Access.person(), people::me),
        post("/relations", Access.person(), people::declare),
        get("/relations", Access.person(), people::relations));
  }

  private static Route get(String path, Access access, Route.Query query) {
    return Route.query("GET " + SCHEME + path, access, query);
  }

  private static Route post(String path, Access access, Route.Command command) {
    return Route.command("POST " + SCHEME + path, access, command);
  }
}
