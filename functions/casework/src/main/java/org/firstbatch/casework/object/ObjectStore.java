package org.firstbatch.casework.object;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.firstbatch.casework.problem.RetryableFault;

/** The store of documents. Faults are retryable or permanent, as for records. */
public interface ObjectStore {

  /** What became of a write-once put. */
  enum PutResult {
    WRITTEN,
    ALREADY_THERE
  }

  /**
   * Leave to upload one object once.
   *
   * @param length its exact length in bytes
   * @param sha256 its SHA-256 in lower-case hexadecimal; the store refuses other bytes
   * @param validFor at most seven days
   */
  PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor);

  /**
   * A link to read one object.
   *
   * @param fileName the name a browser shows; the content is shown inline
   */
  URI presignGet(ObjectKey key, String fileName, Duration validFor);

  /** What is at a key. */
  Optional<ObjectInfo> find(ObjectKey key);

  /** The bytes of an object, which must be there; the caller closes the stream. */
  InputStream open(ObjectKey key);

  /** The bytes of an object from an offset on; none where the offset is beyond its end. */
  default InputStream openFrom(ObjectKey key, long offset) {
    InputStream stream = open(key);
    try {
      stream.skipNBytes(offset);
      return stream;
    } catch (EOFException _) {
      return stream;
    } catch (IOException e) {
      throw new RetryableFault("Not read from byte " + offset + ": " + key, e);
    }
  }

  /** Writes an object unless one is there. */
  PutResult putOnce(ObjectKey key, String contentType, Path content);

  /** Writes an object, replacing what is there: for public pages only. */
  void put(ObjectKey key, String contentType, Path content);
}
