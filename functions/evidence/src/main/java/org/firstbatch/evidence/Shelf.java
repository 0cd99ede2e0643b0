package org.firstbatch.evidence;

import java.util.Optional;
import java.util.regex.Pattern;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.record.Stored;

/**
 * Where the files of one kind of case are kept.
 *
 * @param <O> the case that they belong to
 * @param <D> the record of a file
 */
public interface Shelf<O, D extends Upload<D>> {

  /** Which object keys belong here; its groups are scheme, the case's id and the file's id. */
  Pattern key();

  /** What a file is called in the answer to the platform. */
  String name();

  /** The case. */
  Optional<Stored<O>> owner(String scheme, String id);

  /** The declared file. */
  Optional<Stored<D>> file(String scheme, String owner, String id);

  /** Writes the result of the check, and whatever follows from it. */
  void keep(Unit unit, Stored<O> owner, Stored<D> declared, D checked);
}
