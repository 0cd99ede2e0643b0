package org.firstbatch.certification;

import static org.firstbatch.casework.person.Capacity.SIGNER;
import static org.firstbatch.casework.person.Role.COMMISSION;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes the routes. */
@Factory
final class Wiring {

  private static final String SCHEME = "/v1/schemes/{scheme}";

  @Singleton
  Dispatcher dispatcher(Records records, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, routes(records, schemes));
  }

  static List<Route> routes(Records records, Schemes schemes) {
    return Stream.of(register(records), lists(records, schemes), proposals(records, schemes))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Route> register(Records records) {
    Register register = new Register(records);
    return List.of(
        get("/certificates", register::search).paged().taking("number", "creditCode", "namePrefix"),
        get("/certificates/{certificate}", register::show),
        get("/certificates/{certificate}/versions", register::versions),
        get("/certificate-lists", register::lists).paged(),
        get("/certificate-lists/{list}", register::list).paged());
  }

  private static List<Route> lists(Records records, Schemes schemes) {
    Unfinished unfinished = new Unfinished(records);
    return List.of(
        post("/certificate-imports", new ImportList(records, schemes)::perform),
        post("/certificate-lists", new PublishList(records, schemes)::perform),
        post("/certificate-lists/{list}/withdrawal", new WithdrawPublication(records)::perform),
        getInside("/certificate-lists/{list}/departures", unfinished::departures).paged(),
        getInside("/unfinished-certificate-lists", unfinished::list).paged());
  }

  private static List<Route> proposals(Records records, Schemes schemes) {
    Proposals proposals = new Proposals(records);
    DecideProposal decide = new DecideProposal(records, proposals);
    String certificate = "/certificates/{certificate}";
    return List.of(
        post(
            certificate + "/correction",
            new ProposeCorrection(records, schemes, proposals)::perform),
        post(certificate + "/revocation", new ProposeRevocation(proposals)::perform),
        getInside("/certificate-proposals", proposals::list).paged(),
        getInside(certificate + "/proposal", proposals::show),
        post(certificate + "/proposal/approval", decide::approve),
        post(certificate + "/proposal/refusal", decide::refuse),
        post(certificate + "/proposal/withdrawal", decide::withdraw));
  }

  private static Route post(String path, Route.Command command) {
    return Route.command("POST " + SCHEME + path, Access.of(SIGNER, COMMISSION), command);
  }

  /** What the Commission and auditors may read. */
  private static Route getInside(String path, Route.Query query) {
    return Route.query("GET " + SCHEME + path, Access.readers(COMMISSION), query);
  }

  private static Route get(String path, Route.Query query) {
    return Route.query("GET " + SCHEME + path, Access.open(), query);
  }
}
