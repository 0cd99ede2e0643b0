package org.firstbatch.programme;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of changes. */
final class Acts {

  private static final Map<ChangeKind, Act<?, ?>> BY_KIND =
      List.<Act<?, ?>>of(
              new SetBudget(),
              new SupplementBudget(),
              new LoadCalendar(),
              new SetNotice(),
              new SelectInsurer(),
              new SuspendInsurer(),
              new ReinstateInsurer(),
              new BarInsurer(),
              new AnnulBar(),
              new FileClause(),
              new GrantMembership(),
              new EndMembership())
          .stream()
          .collect(Collectors.toMap(Act::kind, Function.identity()));

  private Acts() {}

  static Act<?, ?> of(ChangeKind kind) {
    Act<?, ?> act = BY_KIND.get(kind);
    if (act == null) {
      throw new IllegalStateException("No act does " + kind);
    }
    return act;
  }
}
