package org.firstbatch.application;

import java.util.List;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Capacity;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;

/** The routes of the evidence of an application. */
final class EvidenceRoutes {

  private static final String ALL = "/v1/schemes/{scheme}/applications/{application}/evidence";

  private EvidenceRoutes() {}

  static List<Route> of(Records records, ObjectStore objects, Memberships memberships) {
    Cases cases = new Cases(records);
    ReadEvidence read = new ReadEvidence(records, objects, cases);
    Access preparer = Access.of(Capacity.PREPARER, Role.ENTERPRISE);
    Access readers =
        Access.readers(Role.ENTERPRISE, Role.DISTRICT, Role.COMMISSION, Role.EVALUATOR);
    return List.of(
        Route.command(
            "POST " + ALL, preparer, new DeclareEvidence(records, objects, cases)::perform),
        Route.query("GET " + ALL, readers, read::list),
        Route.query("GET " + ALL + "/{evidence}", readers, read::link));
  }
}
