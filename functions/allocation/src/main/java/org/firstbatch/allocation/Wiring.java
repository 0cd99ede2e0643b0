package org.firstbatch.allocation;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.http.Dispatcher;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes what the three functions hand their events to. */
@Factory
final class Wiring {

  @Singleton
  Dispatcher dispatcher(
      Records records, ObjectStore objects, Memberships memberships, Schemes schemes) {
    return new Dispatcher(records, memberships, schemes, Routes.of(records, objects, schemes));
  }

  @Singleton
  QuarterlyRun quarterlyRun(Records records, ObjectStore objects, Schemes schemes) {
    return new QuarterlyRun(schemes, new RunPlan(records, objects, schemes));
  }

  @Singleton
  AllocationWorker allocationWorker(Records records, ObjectStore objects, Schemes schemes) {
    return new AllocationWorker(new Wake(records, objects, schemes));
  }
}
