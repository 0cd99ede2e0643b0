package org.firstbatch.casework.act;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.firstbatch.measures.scheme.Edition;

/** The schemes that run side by side, each with its editions. */
public interface Schemes {

  /** The names of all schemes. */
  Collection<String> names();

  /**
   * The edition of a scheme in force at an instant, or its first before that; empty when there is
   * no such scheme.
   */
  Optional<Edition> edition(String scheme, Instant at);
}
