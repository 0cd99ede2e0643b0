package org.firstbatch.journal;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
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

  private static final String JOURNAL = "GET /v1/schemes/{scheme}/journal";

  @Singleton
  Dispatcher dispatcher(Records records, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, routes(records, memberships));
  }

  static List<Route> routes(Records records, Memberships memberships) {
    Histories histories = new Histories(records);
    Access readers = Access.readers(Role.values());
    return List.of(
        Route.query(JOURNAL + "/records/{kind}/{id}", readers, histories::ofRecord).paged(),
        Route.query(JOURNAL + "/days/{day}", readers, histories::ofDay).paged(),
        Route.query(
                JOURNAL + "/persons/{person}",
                Access.person(),
                new HistoryOfPerson(histories, memberships)::show)
            .paged());
  }
}
