package org.firstbatch.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.firstbatch.local.screen.Trouble;

/** Small files that survive a crash: either the old or the new content is there. */
public final class Kept {

  private Kept() {}

  /** Its content cannot be what was written. */
  public static Trouble damaged(Path file, Exception why) {
    return new Trouble(
        "%s is damaged: put it back from a copy, or remove the whole data folder to begin anew."
            .formatted(file),
        "%s 已损坏：请用备份恢复，或删除整个数据目录重新开始。".formatted(file),
        why);
  }

  public static void write(Path file, String content) {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(next, content);
      try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Not written: " + file, e);
    }
  }
}
