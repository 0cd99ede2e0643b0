package org.firstbatch.certification;

import static org.firstbatch.casework.person.Capacity.SIGNER;
import static org.firstbatch.casework.person.Role.COMMISSION;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
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
    Register register = new Register(records);
    return List.of(
        get("/certificates", register::search),
        get("/certificates/{certificate}", register::show),
        get("/certificate-lists", register::lists),
        get("/certificate-lists/{list}", register::list),
        Route.command(
            "POST " + SCHEME + "/certificate-imports",
            Access.of(SIGNER, COMMISSION),
            new ImportList(records, schemes)::perform));
  }

  private static Route get(String path, Route.Query query) {
    return Route.query("GET " + SCHEME + path, Access.open(), query);
  }
}
