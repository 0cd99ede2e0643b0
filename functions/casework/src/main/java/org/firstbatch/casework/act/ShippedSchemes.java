package org.firstbatch.casework.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.Edition;

/** The schemes whose editions ship with the law. */
public final class ShippedSchemes implements Schemes {

  private final List<Edition> editions;

  public ShippedSchemes() {
    this(Edition.shipped());
  }

  /** For tests: schemes of one's own. */
  public ShippedSchemes(Collection<Edition> editions) {
    this.editions = editions.stream().sorted(Comparator.comparing(Edition::issued)).toList();
  }

  @Override
  public Collection<String> names() {
    return editions.stream().map(Edition::scheme).distinct().sorted().toList();
  }

  @Override
  public Optional<Edition> edition(String scheme, Instant at) {
    LocalDate day = Shanghai.dayOf(at);
    List<Edition> own =
        editions.stream().filter(edition -> edition.scheme().equals(scheme)).toList();
    return own.stream()
        .filter(edition -> !edition.issued().isAfter(day))
        .reduce((_, later) -> later)
        .or(() -> own.stream().findFirst());
  }
}
