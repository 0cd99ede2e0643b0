package org.firstbatch.casework.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.http.LawPages;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.record.Records;

/** Makes the schemes, the memberships, and the links to the pages of the law. */
@Factory
final class CaseworkFactory {

  @Singleton
  Schemes schemes() {
    return new ShippedSchemes();
  }

  @Singleton
  LawPages lawPages(@Value("${firstbatch.law.address:}") String address) {
    return new LawPages(address);
  }

  @Singleton
  Memberships memberships(
      Records records, @Value("${firstbatch.first-administrator:}") String firstAdministrator) {
    return new Memberships(records, firstAdministrator);
  }
}
