package org.firstbatch.policy;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes the two functions' beans. */
@Factory
final class Wiring {

  @Singleton
  Dispatcher dispatcher(Records records, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, Routes.of(records, schemes));
  }

  @Singleton
  DecidePending decidePending(Records records, Schemes schemes) {
    return new DecidePending(records, new Judge(schemes, new Calendars()));
  }
}
