package org.firstbatch.application;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes the beans of the application functions. */
@Factory
final class Wiring {

  @Singleton
  Dispatcher dispatcher(Records records, Memberships memberships, Schemes schemes) {
    Pieces none = (_, _) -> List.of();
    return new Dispatcher(
        records, memberships, schemes, Routes.of(records, memberships, schemes, none));
  }

  @Singleton
  ApplicationClock applicationClock(Records records, Schemes schemes) {
    return new ApplicationClock(schemes, new LapseApplications(records, schemes));
  }
}
