package org.firstbatch.application;

import java.util.List;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.measures.scheme.Condition;

/** The evidence of an application that stands: every piece that no other has replaced. */
@FunctionalInterface
interface Pieces {

  /** The pieces; the act relies on none having been declared or checked meanwhile. */
  List<Piece> standing(Unit unit, String application);

  /**
   * A piece of evidence.
   *
   * @param condition what it is to show
   * @param evidence its id
   * @param name its file's name
   * @param sha256 of its content
   * @param isChecked whether it arrived and passed its check
   * @param state what became of it, as it is answered
   */
  record Piece(
      Condition condition,
      String evidence,
      String name,
      String sha256,
      boolean isChecked,
      String state) {}
}
