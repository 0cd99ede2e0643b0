package org.firstbatch.evidence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;
import org.firstbatch.casework.record.RecordKey;
import org.jspecify.annotations.Nullable;

/** What every kind of declared file has in common towards its callers. */
public final class Uploads {

  /** How long leave to upload, and a link to read, are good for. */
  public static final Duration VALID = Duration.ofMinutes(5);

  private Uploads() {}

  /**
   * An id for a new file: a letter and twenty hexadecimal digits, the same for the same person and
   * idempotency key, so that a lost answer leaves no second file.
   *
   * @param owner what the file belongs to
   */
  public static String id(String letter, Call call, String owner) {
    String key = call.request().headers().getOrDefault("idempotency-key", call.actor().request());
    String all = RecordKey.join(call.scheme(), owner, call.actor().person(), key);
    return letter + Hashes.hex(all).substring(0, 20);
  }

  /** Leave to upload exactly what was declared, once, as the answer shows it. */
  public static Map<String, Object> leave(
      ObjectStore objects, ObjectKey key, Declaration declared) {
    PresignedPut upload =
        objects.presignPut(
            key, declared.type().mediaType(), declared.length(), declared.sha256(), VALID);
    return Map.of(
        "method", "PUT",
        "uri", upload.uri().toString(),
        "headers", upload.headers(),
        "expiresAt", upload.expiresAt());
  }

  /** The members that the view of every file has. */
  public static Map<String, Object> view(Upload<?> upload) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("name", upload.declaration().name());
    view.put("type", upload.declaration().type().mediaType());
    view.put("length", upload.declaration().length());
    view.put("sha256", upload.declaration().sha256());
    view.put("state", upload.state());
    putIfGiven(view, "pages", upload.pages());
    putIfGiven(view, "reason", upload.reason());
    putIfGiven(view, "scan", upload.scan());
    view.put("declaredAt", upload.declaredAt());
    return view;
  }

  /** Puts a member that may be missing. */
  public static void putIfGiven(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
