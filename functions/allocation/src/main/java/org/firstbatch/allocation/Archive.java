package org.firstbatch.allocation;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;

/** The files of plans, written once, each under its own SHA-256. */
final class Archive {

  /** How long a link to a file is valid. */
  static final Duration LINK = Duration.ofMinutes(5);

  private static final String TEXT = "text/plain; charset=utf-8";

  private final ObjectStore objects;

  Archive(ObjectStore objects) {
    this.objects = objects;
  }

  /** The files of a plan. */
  enum FileType {
    INPUT,
    PLAN,
    AWARDS
  }

  static ObjectKey key(String scheme, int year, int place, String sha256, FileType type) {
    String suffix =
        switch (type) {
          case INPUT -> "input";
          case PLAN -> "plan";
          case AWARDS -> "awards";
        };
    return Plans.file(scheme, year, place, sha256, suffix);
  }

  /** Writes a file; that it is there already says that the same bytes are. */
  void keep(ObjectKey key, Path file) {
    objects.putOnce(key, TEXT, file);
  }

  InputStream open(ObjectKey key) {
    return objects.open(key);
  }

  InputStream openFrom(ObjectKey key, long offset) {
    return objects.openFrom(key, offset);
  }

  URI link(ObjectKey key, String fileName) {
    return objects.presignGet(key, fileName, LINK);
  }
}
