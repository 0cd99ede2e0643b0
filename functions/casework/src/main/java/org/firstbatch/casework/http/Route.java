package org.firstbatch.casework.http;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;

/**
 * What answers one route of the template.
 *
 * @param key method and path as in the template, for example {@code GET
 *     /v1/schemes/{scheme}/policies}
 * @param access who may call it
 * @param endpoint what answers
 * @param parameters the query parameters that it knows; any other is refused
 */
public record Route(String key, Access access, Endpoint endpoint, Set<String> parameters) {

  public Route {
    parameters = Set.copyOf(parameters);
  }

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
    return new Route(key, access, query, Set.of());
  }

  public static Route command(String key, Access access, Command command) {
    return new Route(key, access, command, Set.of());
  }

  /** The same route with these query parameters besides those it has. */
  public Route taking(String... names) {
    Set<String> more = new TreeSet<>(parameters);
    more.addAll(List.of(names));
    return new Route(key, access, endpoint, more);
  }

  /** The same route, answering a list in pages. */
  public Route paged() {
    return taking(Paging.LIMIT, Paging.CURSOR);
  }

  /** Refuses query parameters that nobody reads: a misspelt filter would show everything. */
  Outcome<Route> knowing(HttpRequest request) {
    List<FieldError> unknown =
        request.query().keySet().stream()
            .filter(name -> !parameters.contains(name))
            .sorted()
            .map(this::unknown)
            .toList();
    return unknown.isEmpty() ? Outcome.done(this) : Outcome.refused(Problem.invalid(unknown));
  }

  private FieldError unknown(String name) {
    List<String> known = parameters.stream().sorted().toList();
    return known.isEmpty()
        ? new FieldError("?" + name, "不认识的查询参数，此处没有查询参数", "unknown; there are none here")
        : new FieldError("?" + name, "不认识的查询参数，现有：" + known, "unknown; there are " + known);
  }
}
