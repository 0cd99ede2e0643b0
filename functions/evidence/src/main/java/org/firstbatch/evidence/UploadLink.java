package org.firstbatch.evidence;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/** Gives a link to a checked file for five minutes; no link is given that is not journalled. */
public final class UploadLink<D extends Upload<D>> {

  private static final int ATTEMPTS = 4;

  private final Records records;
  private final ObjectStore objects;
  private final Kind<D> kind;
  private final Function<D, Map<String, Object>> view;

  /**
   * @param view how the file is shown, to which the link is added
   */
  public UploadLink(
      Records records, ObjectStore objects, Kind<D> kind, Function<D, Map<String, Object>> view) {
    this.records = records;
    this.objects = objects;
    this.kind = kind;
    this.view = view;
  }

  /**
   * The link.
   *
   * @param key where the file's record is
   * @param object where its bytes are
   * @param read what is journalled
   */
  public Outcome<Reply> give(Call call, RecordKey key, ObjectKey object, Happening read) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Stored<D>> found = records.find(key).map(kind::read);
      if (found.isEmpty()) {
        return Outcome.refused(Problem.notFound());
      }
      D upload = found.get().value();
      if (upload.state() != UploadState.CHECKED) {
        return Outcome.refused(unchecked(upload));
      }
      if (isJournalled(call, found.get(), read)) {
        return Outcome.done(Reply.ok(linked(upload, object)));
      }
    }
    throw new RetryableFault("The file keeps changing: " + key);
  }

  /** Bytes that have not been checked are shown to nobody. */
  private static Problem unchecked(Upload<?> upload) {
    return Problem.conflict(
        "此文件尚未收到或未通过检查（" + upload.state() + "），不能查看。",
        "This document has not arrived or did not pass its check (" + upload.state() + ").");
  }

  private boolean isJournalled(Call call, Stored<D> found, Happening read) {
    Unit unit = new Unit(call.actor());
    unit.change(kind, found, found.value(), read);
    return Commits.isCommitted(records, unit);
  }

  private Map<String, Object> linked(D upload, ObjectKey object) {
    Map<String, Object> linked = view.apply(upload);
    String name = upload.declaration().name();
    linked.put("link", objects.presignGet(object, name, Uploads.VALID).toString());
    return linked;
  }
}
