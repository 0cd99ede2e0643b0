package org.firstbatch.documents;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Access;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.http.Route;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.pdf.Typeface;

/** Makes what the two functions hand their events to. */
@Factory
final class Wiring {

  private static final String SCHEME = "GET /v1/schemes/{scheme}";

  @Singleton
  Dispatcher dispatcher(
      Records records,
      ObjectStore objects,
      Memberships memberships,
      Schemes schemes,
      Website website) {
    return new Dispatcher(
        records, memberships, schemes, routes(records, objects, schemes, website));
  }

  static List<Route> routes(
      Records records, ObjectStore objects, Schemes schemes, Website website) {
    FindDocument find = new FindDocument(records, objects, website);
    SearchRegister search = new SearchRegister(new Known(records, new Editions(schemes)), website);
    return List.of(
        Route.query(SCHEME + "/register", Access.open(), search::ask).taking("q"),
        Route.query(SCHEME + "/certificates/{certificate}/file", Access.open(), find::certificate)
            .taking("version"),
        Route.query(
            SCHEME + "/years/{year}/signed-plans/{place}/document", Access.open(), find::plan),
        Route.query(
            SCHEME + "/receipts/{receipt}/file", Access.readers(Role.values()), find::receipt));
  }

  @Singleton
  DocumentsWorker documentsWorker(
      Records records, ObjectStore objects, Schemes schemes, Website website) {
    return new DocumentsWorker(new Render(records, objects, schemes, website, new Typeface()));
  }
}
