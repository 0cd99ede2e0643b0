package org.firstbatch.programme;

import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.explain.Text;

/**
 * One kind of change to what a scheme runs on. It is worked out twice by the same code: when it is
 * proposed, to show the difference, and when it is approved, to write it.
 *
 * @param <C> what is proposed
 * @param <T> the record that it changes
 */
interface Act<C, T> {

  ChangeKind kind();

  Class<C> content();

  Kind<T> target();

  /** Reads what is proposed, with every mistake in it. */
  Outcome<C> read(Call call, Fields body);

  RecordKey key(String scheme, C content);

  /** What the record becomes, or why it cannot. */
  Outcome<T> next(Scene scene, C content, Optional<T> present);

  /** What changes, in a sentence. */
  Text summary(C content, T next);

  /** What the journal says when it has happened. */
  Happening happening(C content, T next, String change);

  /** The fiscal years whose plans have this among their inputs. */
  default List<Integer> years(Scene scene, C content) {
    return List.of();
  }

  /** The organisation whose case it is, if it is one's: it is for who stands outside. */
  default Optional<String> about(C content) {
    return Optional.empty();
  }

  /** Whether this person may propose just this, beyond what the route demands. */
  default Outcome<C> mayPropose(Scene scene, Call call, C content) {
    return Outcome.done(content);
  }

  /** Whether it takes effect at once, without a second person. */
  default boolean needsNoApproval(Scene scene, Call call, C content) {
    return false;
  }

  /** Writes what goes with the record, for example rows of lists. */
  default void alsoWrite(Scene scene, Unit unit, C content, T next) {}
}
