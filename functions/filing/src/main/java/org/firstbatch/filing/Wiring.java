package org.firstbatch.filing;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.Scanner;

/** The routes of filing and review, and the two functions that events call. */
@Factory
final class Wiring {

  private static final String ROOT = "/v1/schemes/{scheme}";
  private static final String DOCUMENTS = ROOT + "/policies/{policy}/documents";
  private static final String FILINGS = ROOT + "/filings";
  private static final String FILING = FILINGS + "/{filing}";
  private static final String CLAIM = ROOT + "/claims/{claim}";
  private static final Role[] BODIES = {Role.COMMISSION, Role.FINANCE, Role.REGULATOR};

  @Singleton
  Dispatcher dispatcher(
      Records records, ObjectStore objects, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, routes(records, objects, schemes));
  }

  @Singleton
  FilingIntake intake(Records records, ObjectStore objects, Schemes schemes, Scanner scanner) {
    return new FilingIntake(records, objects, schemes, scanner);
  }

  @Singleton
  FilingWorker worker(Records records, Schemes schemes) {
    return new FilingWorker(new CheckAndFile(records, schemes), new MarkRevoked(records, schemes));
  }

  static List<Route> routes(Records records, ObjectStore objects, Schemes schemes) {
    DeclareDocument declare = new DeclareDocument(records, objects);
    ReadDocuments documents = new ReadDocuments(records, objects);
    Windows windows = new Windows(records, schemes);
    FileQuarter file = new FileQuarter(records, windows);
    AcceptFiling accept = new AcceptFiling(records, windows);
    ReviewClaim review = new ReviewClaim(records, windows);
    WithdrawClaim withdraw = new WithdrawClaim(records);
    ClaimViews claims = new ClaimViews(records, schemes);
    FilingViews filings = new FilingViews(records, claims);
    Access parties = Access.readers(Role.INSURER, Role.ENTERPRISE, BODIES[0], BODIES[1], BODIES[2]);
    Access filers = Access.readers(Role.INSURER, BODIES[0], BODIES[1], BODIES[2]);
    Access reviewers = Access.of(Capacity.SIGNER, BODIES);
    Access insurer = Access.of(Capacity.SIGNER, Role.INSURER);
    return List.of(
        Route.command(
            "POST " + DOCUMENTS, Access.of(Capacity.PREPARER, Role.INSURER), declare::perform),
        Route.query("GET " + DOCUMENTS, parties, documents::list),
        Route.query("GET " + DOCUMENTS + "/{document}", parties, documents::link),
        Route.command("POST " + FILINGS, insurer, file::perform),
        Route.query("GET " + FILINGS, filers, filings::list).paged().taking("year"),
        Route.query("GET " + FILING, filers, filings::show),
        Route.query("GET " + FILING + "/findings", filers, filings::findings).paged(),
        Route.query("GET " + FILING + "/claims", filers, filings::claims).paged(),
        Route.command("POST " + FILING + "/acceptance", reviewers, accept::perform),
        Route.query("GET " + CLAIM, parties, claims::show),
        Route.command("POST " + CLAIM + "/acceptance", reviewers, review::accept),
        Route.command("POST " + CLAIM + "/hold", reviewers, review::hold),
        Route.command("POST " + CLAIM + "/release", reviewers, review::release),
        Route.command("POST " + CLAIM + "/rejection", reviewers, review::reject),
        Route.command("POST " + CLAIM + "/withdrawal", insurer, withdraw::perform));
  }
}
