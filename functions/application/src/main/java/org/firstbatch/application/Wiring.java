package org.firstbatch.application;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.Scanner;

/** Makes the beans of the application functions. */
@Factory
final class Wiring {

  @Singleton
  Dispatcher dispatcher(
      Records records, ObjectStore objects, Memberships memberships, Schemes schemes) {
    List<Route> routes =
        Stream.concat(
                Routes.of(records, memberships, schemes, new EvidencePieces(records)).stream(),
                EvidenceRoutes.of(records, objects, memberships).stream())
            .toList();
    return new Dispatcher(records, memberships, schemes, routes);
  }

  @Singleton
  EvidenceIntake intake(Records records, ObjectStore objects, Schemes schemes, Scanner scanner) {
    return new EvidenceIntake(records, objects, schemes, scanner);
  }

  @Singleton
  ApplicationClock applicationClock(
      Records records, Schemes schemes, DetermineDueDays determineDueDays) {
    return new ApplicationClock(schemes, new LapseApplications(records, schemes), determineDueDays);
  }

  @Singleton
  DetermineDueDays determineDueDays(Records records, Schemes schemes) {
    return new DetermineDueDays(records, schemes);
  }
}
