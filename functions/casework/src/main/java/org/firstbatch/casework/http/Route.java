package org.firstbatch.casework.http;

import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.problem.Outcome;

/**
 * What answers one route of the template.
 *
 * @param key method and path as in the template, for example {@code GET
 *     /v1/schemes/{scheme}/policies}
 * @param access who may call it
 * @param endpoint what answers
 */
public record Route(String key, Access access, Endpoint endpoint) {

  /** What answers a route. */
  public sealed interface Endpoint {}

  /** Reads and keeps nothing. */
  @FunctionalInterface
  public non-sealed interface Query extends Endpoint {
    Outcome<Reply> ask(Call call);
  }

  /**
   * Changes something: puts all it writes into the unit, which is committed together with its
   * journal and its answer. It may be run again from the start when what it read has changed
   * meanwhile.
   */
  @FunctionalInterface
  public non-sealed interface Command extends Endpoint {
    Outcome<Reply> perform(Call call, Unit unit);
  }

  public static Route query(String key, Access access, Query query) {
    return new Route(key, access, query);
  }

  public static Route command(String key, Access access, Command command) {
    return new Route(key, access, command);
  }
}
