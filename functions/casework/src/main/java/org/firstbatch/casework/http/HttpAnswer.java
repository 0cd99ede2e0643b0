package org.firstbatch.casework.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the gateway takes it (payload format 2.0), and as it is stored for a repeated key.
 *
 * @param statusCode the HTTP status
 * @param headers lower-case names
 * @param body empty for none
 */
public record HttpAnswer(int statusCode, Map<String, String> headers, String body) {

  /** The largest answer that is stored, in characters: 64 KB with room for the rest of the item. */
  static final int MOST_STORED = 60_000;

  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json; charset=utf-8";

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /** The one place where outcomes become HTTP. */
  static HttpAnswer of(Outcome<Reply> outcome) {
    return switch (outcome) {
      case Outcome.Done<Reply>(Reply reply) -> of(reply);
      case Outcome.Refused<Reply>(Problem problem, boolean _) -> of(problem);
    };
  }

  private static HttpAnswer of(Reply reply) {
    return switch (reply.body()) {
      case null -> answer(reply.status(), null, reply.headers(), "");
      case Reply.File(String contentType, String content) ->
          answer(reply.status(), contentType, reply.headers(), content);
      case Object body -> answer(reply.status(), JSON, reply.headers(), Json.write(body));
    };
  }

  static HttpAnswer of(Problem problem) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", problem.kind().type());
    body.put("status", problem.kind().status());
    body.put("title", problem.kind().title().zh());
    body.put("detail", problem.detail().zh());
    body.put("titleEn", problem.kind().title().en());
    body.put("detailEn", problem.detail().en());
    if (problem.article() != null) {
      body.put("article", problem.article());
    }
    if (!problem.errors().isEmpty()) {
      body.put("errors", problem.errors());
    }
    body.putAll(problem.members());
    Map<String, String> headers =
        problem.kind() == Problem.Kind.BUSY ? Map.of("retry-after", "1") : Map.of();
    return answer(problem.kind().status(), PROBLEM, headers, Json.write(body));
  }

  private static HttpAnswer answer(
      int status, @Nullable String contentType, Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("cache-control", "no-store");
    if (contentType != null) {
      all.put("content-type", contentType);
    }
    return new HttpAnswer(status, all, body);
  }
}
