package org.firstbatch.measures.policy;

import org.firstbatch.measures.identity.Names;
import org.firstbatch.measures.scheme.Options.FirstUseBy;

/**
 * 第二条: what only one subsidised policy may have. Enterprise, specification and user; under question
 * 13 "any user" the user does not count.
 *
 * @param value the same for every spelling of the same three
 */
public record FirstBatchKey(String value) {
  public static FirstBatchKey of(Policy policy, FirstUseBy firstUseBy) {
    String user = firstUseBy == FirstUseBy.ANY_USER ? "*" : policy.user().key();
    return new FirstBatchKey(
        String.join(
            "#",
            policy.insured().creditCode().value(),
            Names.key(policy.product().specification()).replace("#", "##"),
            user));
  }

  @Override
  public String toString() {
    return value;
  }
}
