package org.firstbatch.casework.http;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.UnknownCursor;

/**
 * Answers the routes of one function. A command's change, its journal entries and its answer are
 * one transaction; the same {@code Idempotency-Key} with the same request gets the first answer
 * again, also when that answer was lost on its way.
 */
public final class Dispatcher {

  private static final int ATTEMPTS = 4;

  /** For how long a first answer is kept; a client that tries again does so within minutes. */
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e&&[^!]]{8,64}");

  private final Records records;
  private final Admission admission;
  private final Map<String, Route> routes;

  public Dispatcher(
      Records records, Memberships memberships, Schemes schemes, Collection<Route> routes) {
    this.records = records;
    this.admission = new Admission(memberships, schemes);
    this.routes = routes.stream().collect(Collectors.toMap(Route::key, Function.identity()));
  }

  /** The routes that are answered, as in the template. */
  public Map<String, Route> routes() {
    return Map.copyOf(routes);
  }

  /**
   * Answers one request; faults are answered too, as 500 or 503, with the cause in the log only.
   */
  public HttpAnswer dispatch(HttpRequest request) {
    Route route = routes.get(request.routeKey());
    if (route == null) {
      return HttpAnswer.of(Problem.notFound());
    }
    try {
      return switch (route.endpoint()) {
        case Route.Query query -> query(route, query, request);
        case Route.Command command -> command(route, command, request);
      };
    } catch (UnknownCursor _) {
      return HttpAnswer.of(Paging.unknownCursor());
    } catch (RetryableFault fault) {
      Log.fault(request, fault);
      return HttpAnswer.of(busy());
    }
  }

  private HttpAnswer query(Route route, Route.Query query, HttpRequest request) {
    return HttpAnswer.of(admit(route, request).then(admitted -> query.ask(admitted.call())));
  }

  /** Whoever may not call a route is not told what it takes. */
  private Outcome<Admission.Admitted> admit(Route route, HttpRequest request) {
    return admission
        .admit(request, route.access())
        .then(admitted -> route.knowing(request).map(_ -> admitted));
  }

  private HttpAnswer command(Route route, Route.Command command, HttpRequest request) {
    String key = request.headers().getOrDefault(Call.IDEMPOTENCY_HEADER, "");
    if (!KEY.matcher(key).matches()) {
      return HttpAnswer.of(keyMissing());
    }
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<HttpAnswer> answer = admitted(route, command, request, key, attempt);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return HttpAnswer.of(busy());
  }

  /** Admission is part of each attempt: a membership may have ended since the one before. */
  private Optional<HttpAnswer> admitted(
      Route route, Route.Command command, HttpRequest request, String key, int attempt) {
    return switch (admit(route, request)) {
      case Outcome.Refused<Admission.Admitted>(Problem problem, boolean _) ->
          Optional.of(HttpAnswer.of(problem));
      case Outcome.Done<Admission.Admitted>(Admission.Admitted admitted) -> {
        String hash = hash(admitted.call());
        Optional<HttpAnswer> answer = first(admitted.call(), key, hash);
        yield answer.isPresent() ? answer : attempt(command, admitted, key, hash, attempt);
      }
    };
  }

  private Optional<HttpAnswer> first(Call call, String key, String hash) {
    return records
        .find(StoredAnswer.key(call.scheme(), call.actor().person(), key))
        .map(record -> StoredAnswer.KIND.read(record).value())
        .map(stored -> stored.hash().equals(hash) ? stored.answer() : HttpAnswer.of(reused()));
  }

  /**
   * Runs a command once; empty when what it read had changed, or its answer was lost, so that it
   * must be tried again.
   */
  private Optional<HttpAnswer> attempt(
      Route.Command command, Admission.Admitted admitted, String key, String hash, int attempt) {
    Call call = admitted.call();
    Unit unit = new Unit(call.actor());
    Outcome<Reply> outcome = command.perform(call, unit);
    HttpAnswer answer = HttpAnswer.of(outcome);
    if (outcome instanceof Outcome.Refused<Reply>(Problem _, boolean journalled) && !journalled) {
      return Optional.of(answer);
    }
    if (admitted.relied() != null) {
      unit.rely(admitted.relied());
    }
    keep(unit, call, key, hash, answer);
    return commit(unit, call, key, attempt) ? Optional.of(answer) : Optional.empty();
  }

  private static void keep(Unit unit, Call call, String key, String hash, HttpAnswer answer) {
    if (answer.body().length() > HttpAnswer.MOST_STORED) {
      throw new PermanentFault("An answer is too large to be kept: " + call.request().routeKey());
    }
    unit.createUntil(
        StoredAnswer.KIND,
        StoredAnswer.key(call.scheme(), call.actor().person(), key),
        new StoredAnswer(hash, answer),
        call.at().plus(KEPT));
  }

  private boolean commit(Unit unit, Call call, String key, int attempt) {
    String seed = call.scheme() + "!" + call.actor().person() + "!" + key + "!" + attempt;
    try {
      return records.commit(unit.transaction(seed + "!" + call.request().requestId()))
          instanceof Commit.Committed;
    } catch (RetryableFault fault) {
      if (attempt == ATTEMPTS) {
        throw fault;
      }
      Log.fault(call.request(), fault);
      return false;
    }
  }

  private static String hash(Call call) {
    HttpRequest request = call.request();
    String all =
        String.join(
            "\n",
            request.routeKey(),
            request.rawPath(),
            new TreeMap<>(request.query()).toString(),
            call.organisation(),
            request.headers().getOrDefault("if-match", ""),
            request.body());
    return Hashes.hex(all);
  }

  private static Problem keyMissing() {
    return Problem.invalid(
        "#" + Call.IDEMPOTENCY_HEADER,
        "每次更改都要带 Idempotency-Key：8–64 个可见 ASCII 字符（不含 !），每件事一个新值，重试时用同一个值。",
        "Every change takes an Idempotency-Key: 8–64 visible ASCII characters without '!', a new one"
            + " for each act, the same one when you try again.");
  }

  private static Problem reused() {
    return Problem.of(
        Problem.Kind.KEY_REUSED,
        "这个 Idempotency-Key 已用于另一请求，请换一个新值。",
        "This Idempotency-Key was used for another request; take a new one.");
  }

  private static Problem busy() {
    return Problem.of(
        Problem.Kind.BUSY,
        "此刻有其他更改在进行，什么都没有改变；请用同一个 Idempotency-Key 重试。",
        "Other changes are under way and nothing was changed; try again with the same Idempotency-Key.");
  }
}
