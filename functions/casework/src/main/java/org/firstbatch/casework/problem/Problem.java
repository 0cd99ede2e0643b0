package org.firstbatch.casework.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * A refusal, told so that the person can mend it (RFC 9457).
 *
 * @param kind what kind of refusal; gives type, HTTP status and title
 * @param detail what is wrong and what would be right
 * @param article the article of the Measures that it rests on, for example 第十一条; null when it is
 *     not about the law
 * @param errors the fields that are wrong
 * @param members further members of the answer, for example the findings of a decision
 */
public record Problem(
    Kind kind,
    Text detail,
    @Nullable String article,
    List<FieldError> errors,
    Map<String, Object> members) {

  public Problem {
    errors = List.copyOf(errors);
    members = Map.copyOf(members);
  }

  /** The kinds of refusal. */
  public enum Kind {
    INVALID_INPUT(400, "invalid-input", "请求内容有误", "The request has mistakes"),
    NO_TOKEN(401, "no-token", "需要登录", "A token is needed"),
    NOT_ALLOWED(403, "not-allowed", "无权办理", "You may not do this"),
    NOT_FOUND(404, "not-found", "没有找到", "Not found"),
    CONFLICT(409, "conflict", "与现有记录冲突", "In conflict with what is there"),
    STALE(412, "stale", "记录已被更改", "The record has changed since you read it"),
    NOT_MET(422, "not-met", "不符合规定", "A rule is not met"),
    KEY_REUSED(422, "key-reused", "幂等键已用于另一请求", "The key was used for another request"),
    PRECONDITION_NEEDED(428, "precondition-needed", "缺少必需的请求头", "A header is missing"),
    BUSY(503, "busy", "暂时无法处理，请重试", "Busy, please try again");

    private final int status;
    private final String slug;
    private final Text title;

    Kind(int status, String slug, String zh, String en) {
      this.status = status;
      this.slug = slug;
      this.title = new Text(zh, en);
    }

    public int status() {
      return status;
    }

    /** The problem's type, a stable name. */
    public String type() {
      return "urn:firstbatch:problem:" + slug;
    }

    public Text title() {
      return title;
    }
  }

  public static Problem of(Kind kind, String zh, String en) {
    return new Problem(kind, new Text(zh, en), null, List.of(), Map.of());
  }

  /** What is not there, or not yours. */
  public static Problem notFound() {
    return of(Kind.NOT_FOUND, "没有这条记录，或者它不属于您。", "There is no such record, or it is not yours.");
  }

  public static Problem notAllowed(String zh, String en) {
    return of(Kind.NOT_ALLOWED, zh, en);
  }

  public static Problem conflict(String zh, String en) {
    return of(Kind.CONFLICT, zh, en);
  }

  public static Problem invalid(List<FieldError> errors) {
    return new Problem(
        Kind.INVALID_INPUT,
        new Text(
            "有 " + errors.size() + " 处需要更正。",
            errors.size() == 1
                ? "1 field needs correcting."
                : errors.size() + " fields need correcting."),
        null,
        errors,
        Map.of());
  }

  public static Problem invalid(String pointer, Text wanted) {
    return invalid(pointer, wanted.zh(), wanted.en());
  }

  public static Problem invalid(String pointer, String zh, String en) {
    return invalid(List.of(new FieldError(pointer, zh, en)));
  }

  /** The same refusal, resting on an article. */
  public Problem under(String articleName) {
    return new Problem(kind, detail, articleName, errors, members);
  }

  /** The same refusal with one more member in its answer. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(kind, detail, article, errors, more);
  }
}
