package org.firstbatch.policy;

import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;

/** The routes of the policy function, with who may call them. */
final class Routes {

  private static final String SCHEME = "/v1/schemes/{scheme}";
  private static final String POLICIES = SCHEME + "/policies";
  private static final String POLICY = POLICIES + "/{policy}";

  private Routes() {}

  static List<Route> of(Records records, Schemes schemes) {
    Calendars calendars = new Calendars();
    Judge judge = new Judge(schemes, calendars);
    CreditCodes codes = new CreditCodes(records);
    PolicyBody body = new PolicyBody(codes);
    Own own = new Own(records);
    return Stream.of(
            registering(records, body, judge, own, codes),
            unwinding(new UnwindPolicy(records, judge, own)),
            enterprise(new EnterpriseSays(records, own)),
            reading(new ReadPolicies(records, judge, own)),
            open(new PublicChecks(records, body, judge, calendars)))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> registering(
      Records records, PolicyBody body, Judge judge, Own own, CreditCodes codes) {
    Access insurer = Access.of(Capacity.PREPARER, Role.INSURER);
    return List.of(
        Route.command(
            "POST " + POLICIES, insurer, new RegisterPolicy(records, body, judge)::perform),
        Route.command(
            "PUT " + POLICY, insurer, new CorrectPolicy(records, body, judge, own)::perform),
        Route.command(
            "POST " + POLICY + "/withdrawal",
            signer(Role.INSURER),
            new WithdrawPolicy(records, judge, own)::perform),
        Route.command(
            "POST " + POLICY + "/late-ground",
            signer(Role.REGULATOR),
            new RecordLateGround(own)::perform),
        Route.command(
            "POST " + SCHEME + "/credit-code-overrides", signer(Role.COMMISSION), codes::override));
  }

  private static List<Route> unwinding(UnwindPolicy unwind) {
    Access insurer = signer(Role.INSURER);
    return List.of(
        Route.command("POST " + POLICY + "/endorsement", insurer, unwind::endorse),
        Route.command("POST " + POLICY + "/surrender", insurer, unwind::surrender));
  }

  private static List<Route> enterprise(EnterpriseSays says) {
    Access enterprise = signer(Role.ENTERPRISE);
    return List.of(
        Route.command("POST " + POLICY + "/confirmation", enterprise, says::confirm),
        Route.command("POST " + POLICY + "/dispute", enterprise, says::dispute),
        Route.command("POST " + POLICY + "/dispute-withdrawal", enterprise, says::withdrawDispute));
  }

  private static List<Route> reading(ReadPolicies read) {
    Access readers =
        Access.readers(
            Role.INSURER, Role.ENTERPRISE, Role.COMMISSION, Role.FINANCE, Role.REGULATOR);
    return List.of(
        Route.query("GET " + POLICIES, readers, read::list).paged().taking("insurer", "enterprise"),
        Route.query("GET " + POLICY, readers, read::show));
  }

  private static List<Route> open(PublicChecks checks) {
    return List.of(
        Route.query("POST " + SCHEME + "/checks/policy", Access.open(), checks::check),
        Route.query("GET " + SCHEME + "/deadlines", Access.open(), checks::deadline)
            .taking("contractSigned", "delivered", "certificate"));
  }

  private static Access signer(Role role) {
    return Access.of(Capacity.SIGNER, role);
  }
}
