package org.firstbatch.programme;

import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.record.Stored;

/** Writes an approved change: the record, its journal, and the revision of each plan's input. */
final class Applied {

  private Applied() {}

  static <C, T> void write(
      Act<C, T> act,
      Scene scene,
      Unit unit,
      C content,
      Optional<Stored<T>> present,
      T next,
      String change) {
    Happening happening = act.happening(content, next, change);
    if (present.isPresent()) {
      unit.change(act.target(), present.get(), next, happening);
    } else {
      unit.create(act.target(), act.key(scene.scheme(), content), next, happening);
    }
    act.alsoWrite(scene, unit, content, next);
    act.years(scene, content)
        .forEach(year -> unit.raise(Claims.inputRevision(scene.scheme(), year)));
  }
}
