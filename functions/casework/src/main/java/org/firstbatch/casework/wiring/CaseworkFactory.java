package org.firstbatch.casework.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes the schemes and the memberships. */
@Factory
final class CaseworkFactory {

  @Singleton
  Schemes schemes() {
    return new ShippedSchemes();
  }

  @Singleton
  Memberships memberships(
      Records records, @Value("${firstbatch.first-administrator:}") String firstAdministrator) {
    return new Memberships(records, firstAdministrator);
  }
}
