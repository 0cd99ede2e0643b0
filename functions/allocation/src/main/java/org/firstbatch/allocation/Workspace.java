package org.firstbatch.allocation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.firstbatch.allocation.Archive.FileType;

/** The files of a plan in the making, on the function's own disk; gone when it is closed. */
final class Workspace implements AutoCloseable {

  private final Path directory;

  Workspace() {
    try {
      directory = Files.createTempDirectory("firstbatch-plan");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(FileType type) {
    return directory.resolve(type.name());
  }

  OutputStream write(FileType type) throws IOException {
    return Files.newOutputStream(path(type));
  }

  InputStream read(FileType type) throws IOException {
    return Files.newInputStream(path(type));
  }

  @Override
  public void close() {
    try {
      for (FileType type : FileType.values()) {
        Files.deleteIfExists(path(type));
      }
      Files.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
