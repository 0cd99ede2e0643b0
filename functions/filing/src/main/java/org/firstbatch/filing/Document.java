package org.firstbatch.filing;

import java.time.Instant;
import org.firstbatch.casework.file.Documents;
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
import org.jspecify.annotations.Nullable;

/**
 * A document of a policy (第十三条). It counts only once its bytes were checked; a further one of its
 * kind leaves it where it is.
 *
 * @param id found in its object's key
 * @param policy whose
 * @param kind what it is
 * @param name the file name, for people
 * @param type what its bytes must be
 * @param length in bytes
 * @param sha256 in lower-case hexadecimal
 * @param revision the policy's revision when it was declared: a stamped form is for that one
 * @param state where it is
 * @param pages how many a readable PDF has; null for others
 * @param reason why it failed; null otherwise
 * @param scan what the scan came to; null before the check and where it failed, and where it passed
 *     before there was a scan
 * @param declaredAt the gateway's instant
 */
public record Document(
    String id,
    String policy,
    DocumentKind kind,
    String name,
    DocumentType type,
    long length,
    String sha256,
    int revision,
    UploadState state,
    @Nullable Integer pages,
    @Nullable Text reason,
    @Nullable Scan scan,
    Instant declaredAt)
    implements Upload<Document> {

  static final Kind<Document> KIND = Kind.of("document", Document.class);

  /** What a document is. */
  public enum DocumentKind {
    CONTRACT_COPY,
    APPLICATION_FORM
  }

  @Override
  public Declaration declaration() {
    return new Declaration(name, type, length, sha256);
  }

  boolean isChecked(DocumentKind wanted) {
    return kind == wanted && state == UploadState.CHECKED;
  }

  @Override
  public Document checked(Checked checked) {
    return new Document(
        id,
        policy,
        kind,
        name,
        type,
        length,
        sha256,
        revision,
        checked.state(),
        checked.pages(),
        checked.reason(),
        checked.scan(),
        declaredAt);
  }

  static RecordKey key(String scheme, String policy, String id) {
    return new RecordKey(Table.FILINGS, Documents.partition(scheme, policy), id);
  }

  static ObjectKey objectKey(String scheme, String policy, String id) {
    return new ObjectKey(Bucket.EVIDENCE, "policies/" + scheme + "/" + policy + "/" + id);
  }
}
