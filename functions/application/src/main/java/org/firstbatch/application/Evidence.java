package org.firstbatch.application;

import java.time.Instant;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.evidence.Declaration;
import org.firstbatch.evidence.DocumentType;
import org.firstbatch.evidence.Scanner.Scan;
import org.firstbatch.evidence.Upload;
import org.firstbatch.evidence.UploadState;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence for one condition of an application (第九条). It counts only once its bytes were
 * checked, and while no other piece has replaced it; a replaced piece is kept.
 *
 * @param id found in its object's key
 * @param application whose
 * @param condition what it is to show
 * @param name the file name, for people
 * @param type what its bytes must be
 * @param length in bytes
 * @param sha256 in lower-case hexadecimal
 * @param state where it is
 * @param pages how many a readable PDF has; null for others
 * @param reason why it failed; null otherwise
 * @param scan what the scan came to; null before the check and where it failed
 * @param replaces the piece that it took the place of; null for none
 * @param replacedBy the piece that took its place; null while it stands
 * @param declaredAt the gateway's instant
 */
record Evidence(
    String id,
    String application,
    Condition condition,
    String name,
    DocumentType type,
    long length,
    String sha256,
    UploadState state,
    @Nullable Integer pages,
    @Nullable Text reason,
    @Nullable Scan scan,
    @Nullable String replaces,
    @Nullable String replacedBy,
    Instant declaredAt)
    implements Upload<Evidence> {

  static final Kind<Evidence> KIND = Kind.of("evidence", Evidence.class);

  /** A piece that was declared and has not arrived. */
  static Evidence declared(
      String id,
      String application,
      Condition condition,
      Declaration file,
      @Nullable String replaces,
      Instant at) {
    return new Evidence(
        id,
        application,
        condition,
        file.name(),
        file.type(),
        file.length(),
        file.sha256(),
        UploadState.DECLARED,
        null,
        null,
        null,
        replaces,
        null,
        at);
  }

  /** Whether no other piece has taken its place. */
  boolean stands() {
    return replacedBy == null;
  }

  @Override
  public Declaration declaration() {
    return new Declaration(name, type, length, sha256);
  }

  @Override
  public Evidence checked(Checked checked) {
    return with(checked.state(), checked.pages(), checked.reason(), checked.scan(), replacedBy);
  }

  Evidence replacedBy(String other) {
    return with(state, pages, reason, scan, other);
  }

  private Evidence with(
      UploadState newState,
      @Nullable Integer newPages,
      @Nullable Text newReason,
      @Nullable Scan newScan,
      @Nullable String other) {
    return new Evidence(
        id,
        application,
        condition,
        name,
        type,
        length,
        sha256,
        newState,
        newPages,
        newReason,
        newScan,
        replaces,
        other,
        declaredAt);
  }

  static String partition(String scheme, String application) {
    return RecordKey.join(scheme, "evidence", application);
  }

  static RecordKey key(String scheme, String application, String id) {
    return new RecordKey(Table.APPLICATIONS, partition(scheme, application), id);
  }

  /**
   * Raised whenever a piece of an application is declared or checked, so that a submission can rely
   * on nothing having changed.
   */
  static RecordKey counter(String scheme, String application) {
    return new RecordKey(
        Table.APPLICATIONS, RecordKey.join(scheme, "evidence-changes", application), "count");
  }

  static ObjectKey objectKey(String scheme, String application, String id) {
    return new ObjectKey(Bucket.EVIDENCE, "applications/" + scheme + "/" + application + "/" + id);
  }
}
