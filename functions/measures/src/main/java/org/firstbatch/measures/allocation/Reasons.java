package org.firstbatch.measures.allocation;

import java.util.EnumSet;
import java.util.List;

/**
 * The reasons for which a claim is not ready; none of them means that it is.
 *
 * @param list each once, in the order in which {@link Reason} declares them
 */
public record Reasons(List<Reason> list) {

  /** Accepted by all three bodies, confirmed, decided and not held. */
  public static final Reasons NONE = new Reasons(List.of());

  public Reasons {
    list = list.isEmpty() ? List.of() : List.copyOf(EnumSet.copyOf(list));
  }

  /** Exactly these reasons, in whatever order they are given. */
  public static Reasons of(Reason... reasons) {
    return reasons.length == 0 ? NONE : new Reasons(List.of(reasons));
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  public boolean contains(Reason reason) {
    return list.contains(reason);
  }
}
