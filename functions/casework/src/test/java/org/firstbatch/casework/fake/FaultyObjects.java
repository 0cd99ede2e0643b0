package org.firstbatch.casework.fake;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;

/** Objects that fail as told. Presigning is no step: it sends nothing. */
public final class FaultyObjects implements ObjectStore {

  private final ObjectStore objects;
  private final Faults faults;

  public FaultyObjects(ObjectStore objects, Faults faults) {
    this.objects = objects;
    this.faults = faults;
  }

  @Override
  public PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor) {
    return objects.presignPut(key, contentType, length, sha256, validFor);
  }

  @Override
  public URI presignGet(ObjectKey key, String fileName, Duration validFor) {
    return objects.presignGet(key, fileName, validFor);
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    return faults.step("find " + key, () -> objects.find(key));
  }

  @Override
  public InputStream open(ObjectKey key) {
    return faults.step("open " + key, () -> objects.open(key));
  }

  @Override
  public PutResult putOnce(ObjectKey key, String contentType, Path content) {
    return faults.step("putOnce " + key, () -> objects.putOnce(key, contentType, content));
  }

  @Override
  public void put(ObjectKey key, String contentType, Path content) {
    faults.step(
        "put " + key,
        () -> {
          objects.put(key, contentType, content);
          return true;
        });
  }
}
