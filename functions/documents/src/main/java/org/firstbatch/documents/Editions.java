package org.firstbatch.documents;

import java.time.Instant;
import org.firstbatch.casework.act.Schemes;

/** Which edition of a scheme was in force, as every record says. */
record Editions(Schemes schemes) {

  String at(String scheme, Instant at) {
    return schemes.edition(scheme, at).map(found -> String.valueOf(found.number())).orElse("");
  }
}
