package org.firstbatch.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.PresignedPut;

/** The archive as a folder: the measurement is of DynamoDB. */
final class DiskObjects implements ObjectStore, AutoCloseable {

  private final Path folder;

  DiskObjects() throws IOException {
    folder = Files.createTempDirectory("firstbatch-bench");
  }

  private Path path(ObjectKey key) {
    return folder.resolve(key.path().replace('/', '_'));
  }

  @Override
  public PresignedPut presignPut(
      ObjectKey key, String contentType, long length, String sha256, Duration validFor) {
    throw new UnsupportedOperationException("the job makes no links");
  }

  @Override
  public URI presignGet(ObjectKey key, String fileName, Duration validFor) {
    throw new UnsupportedOperationException("the job makes no links");
  }

  @Override
  public Optional<ObjectInfo> find(ObjectKey key) {
    throw new UnsupportedOperationException("the job looks for nothing");
  }

  @Override
  public InputStream open(ObjectKey key) {
    try {
      return Files.newInputStream(path(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PutResult putOnce(ObjectKey key, String contentType, Path content) {
    try {
      Files.copy(content, path(key));
      return PutResult.WRITTEN;
    } catch (FileAlreadyExistsException _) {
      return PutResult.ALREADY_THERE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void put(ObjectKey key, String contentType, Path content) {
    throw new UnsupportedOperationException("the job replaces nothing");
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
