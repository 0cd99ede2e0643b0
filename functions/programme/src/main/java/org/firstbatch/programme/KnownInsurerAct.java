package org.firstbatch.programme;

import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.policy.InsurerRecord;

/**
 * An act on an insurer that is in the register already; open years' drafts are made anew after it.
 *
 * @param <C> what is proposed
 */
abstract class KnownInsurerAct<C extends InsurerAct.OfInsurer> extends InsurerAct<C> {

  KnownInsurerAct(ChangeKind kind, Class<C> content) {
    super(kind, content);
  }

  /** What the insurer becomes, or why it cannot. */
  abstract Outcome<InsurerRecord> next(InsurerRecord insurer, C content);

  @Override
  public final Outcome<InsurerRecord> next(
      Scene scene, C content, Optional<InsurerRecord> present) {
    return present
        .map(insurer -> next(insurer, content))
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "名单中没有这家保险机构，请先选定。",
                        "There is no such insurer on the list; select it first.")));
  }

  @Override
  public final List<Integer> years(Scene scene, C content) {
    return scene.openYears();
  }
}
