package org.firstbatch.documents;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.firstbatch.documents.site.Site;

/** Where the website and the API are for everybody. */
@Singleton
final class Website {

  private final String address;
  private final String api;

  /**
   * @param address of the website bucket
   * @param api of the API; empty when it answers at the website's own host
   */
  Website(
      @Value("${firstbatch.website.address}") String address,
      @Value("${firstbatch.api.address:}") String api) {
    this.address = address.replaceAll("/+$", "");
    this.api = api.replaceAll("/+$", "");
  }

  Site of(String scheme) {
    return new Site(scheme, address, api);
  }
}
