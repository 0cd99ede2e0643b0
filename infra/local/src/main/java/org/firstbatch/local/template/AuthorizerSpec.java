package org.firstbatch.local.template;

import java.util.List;

/**
 * The HTTP API's JWT authorizer.
 *
 * @param issuer whose tokens it takes
 * @param audience for whom they must be: any of these
 */
public record AuthorizerSpec(String issuer, List<String> audience) {
  public AuthorizerSpec {
    audience = List.copyOf(audience);
  }
}
