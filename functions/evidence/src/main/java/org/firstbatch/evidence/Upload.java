package org.firstbatch.evidence;

import java.time.Instant;
import org.firstbatch.evidence.Scanner.Scan;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * A file that was declared and is uploaded under a key of its own; it counts only once its bytes
 * were checked.
 *
 * @param <D> the record that keeps it
 */
public interface Upload<D extends Upload<D>> {

  /** Found in its object's key. */
  String id();

  /** What was said of it. */
  Declaration declaration();

  UploadState state();

  /** How many pages a readable PDF has; null for others. */
  @Nullable Integer pages();

  /** Why it failed; null otherwise. */
  @Nullable Text reason();

  /** What the scan came to; null before the check and where it failed. */
  @Nullable Scan scan();

  /** The gateway's instant. */
  Instant declaredAt();

  /** The same, after its check. */
  D checked(Checked checked);

  /**
   * What a check came to.
   *
   * @param pages of a readable PDF; null for others
   * @param reason why it failed; null when it passed
   * @param scan what the scan came to; null when it failed
   */
  record Checked(@Nullable Integer pages, @Nullable Text reason, @Nullable Scan scan) {
    public UploadState state() {
      return reason == null ? UploadState.CHECKED : UploadState.FAILED;
    }
  }
}
