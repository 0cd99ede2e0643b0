package org.firstbatch.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Looks at the machine before anything is started; what is wrong is said in a sentence. */
final class Preflight {

  private static final int JDK = 25;
  private static final long DISK_MEGABYTES = 500;

  private Preflight() {}

  static void check(Settings settings) {
    if (Runtime.version().feature() < JDK) {
      throw new Trouble(
          "This needs JDK 25, and runs on %s: install a JDK 25, Maven finds it by itself."
              .formatted(Runtime.version()));
    }
    checkDisk(settings.data());
    checkPort("the API", settings.port(), settings);
    checkPort("uploads", settings.uploadPort(), settings);
    checkPort("DynamoDB Local", settings.dynamoDbPort(), settings);
    checkPort("S3Proxy", settings.s3Port(), settings);
  }

  private static void checkDisk(Path data) {
    long free = folder(data).toFile().getUsableSpace() >> 20;
    if (free < DISK_MEGABYTES) {
      throw new Trouble(
          "The disk of %s has only %d MB left; %d are needed. Free some, or choose another place with -Dlocal.data=FOLDER."
              .formatted(data, free, DISK_MEGABYTES));
    }
  }

  private static void checkPort(String what, int port, Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException _) {
      throw new Trouble(
          "Port %d, for %s, is taken; choose four others in a row with -Dlocal.port=%d."
              .formatted(
                  port, what, settings.port() + 1000 < 65_000 ? settings.port() + 1000 : 8080));
    }
  }

  /** Keeps a second one off the same data; held until the process ends. */
  static FileLock lock(Path data) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder(data).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new Trouble(
            "Another one runs on %s; stop it, or choose another place with -Dlocal.data=FOLDER."
                .formatted(data));
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder is not usable: " + data, e);
    }
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Trouble("The folder %s cannot be made: %s.".formatted(folder, e.getMessage()));
    }
  }
}
