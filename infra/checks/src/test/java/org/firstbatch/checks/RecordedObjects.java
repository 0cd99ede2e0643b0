package org.firstbatch.checks;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;

/**
 * Notes which function does what to which object, in the words of IAM, as the port on S3 does it: a
 * link can do no more than who signed it, and where a role may not list a bucket S3 says of a
 * missing object that it is forbidden.
 */
final class RecordedObjects implements ObjectStore {

  private final ObjectStore objects;
  private final Uses uses;

  RecordedObjects(ObjectStore objects, Uses uses) {
    this.objects = objects;
    this.uses = uses;
  }

  private void note(ObjectKey key, String action) {
    uses.note(key.bucket().label() + "/" + key.path(), "s3:" + action);
  }

  @Override
  public PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor) {
    note(key, "PutObject");
    return objects.presignPut(key, contentType, length, sha256, validFor);
  }

  @Override
  public URI presignGet(ObjectKey key, String fileName, Duration validFor) {
    note(key, "GetObject");
    return objects.presignGet(key, fileName, validFor);
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    note(key, "GetObject");
    note(key, "ListBucket");
    return objects.find(key);
  }

  @Override
  public InputStream open(ObjectKey key) {
    note(key, "GetObject");
    return objects.open(key);
  }

  @Override
  public PutResult putOnce(ObjectKey key, String contentType, Path content) {
    note(key, "PutObject");
    return objects.putOnce(key, contentType, content);
  }

  @Override
  public void put(ObjectKey key, String contentType, Path content) {
    note(key, "PutObject");
    objects.put(key, contentType, content);
  }
}
