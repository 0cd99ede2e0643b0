package org.firstbatch.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstbatch.local.screen.Trouble;

/** Whatever was thrown, as a sentence. */
final class Faults {

  private Faults() {}

  /** The sentence; what nobody foresaw is called by its name. */
  static Trouble of(Throwable thrown) {
    return find(thrown, Trouble.class)
        .or(() -> find(thrown, FileSystemException.class).map(Faults::file))
        .orElseGet(() -> unforeseen(thrown));
  }

  /** Whether somebody has foreseen it: then its sentence is enough, and its trace tells no more. */
  static boolean isForeseen(Throwable thrown) {
    return find(thrown, Trouble.class).isPresent();
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  private static Trouble file(FileSystemException e) {
    return file(Path.of(String.valueOf(e.getFile())), e);
  }

  /** A file or folder that cannot be used. */
  static Trouble file(Path file, IOException e) {
    if (e instanceof AccessDeniedException) {
      return new Trouble(
          "There is no permission for %s: give it to this user, or choose another place with -Dlocal.data=FOLDER."
              .formatted(file),
          "没有使用 %s 的权限：请授予当前用户，或用 -Dlocal.data=目录 另选位置。".formatted(file),
          e);
    }
    return new Trouble(
        "%s is not usable (%s): mend that, or choose another place with -Dlocal.data=FOLDER."
            .formatted(file, reason(e)),
        "%s 不可用（%s）：请修复，或用 -Dlocal.data=目录 另选位置。".formatted(file, reason(e)),
        e);
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static Trouble unforeseen(Throwable thrown) {
    String message = thrown.getMessage();
    String what = message == null || thrown instanceof Error ? thrown.toString() : message;
    return new Trouble("It went wrong: " + what, "出了意外：" + what, thrown);
  }
}
