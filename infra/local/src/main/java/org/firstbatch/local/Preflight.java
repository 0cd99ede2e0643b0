package org.firstbatch.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.ToIntFunction;
import org.firstbatch.local.screen.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the machine before anything is started; what is wrong is said in a sentence. The JDK is
 * not looked at here: on another one this class could not even be loaded. Maven's toolchain is
 * asked for it in the root's pom.xml, and says what to install.
 */
final class Preflight {

  private static final long DISK_MEGABYTES = 500;
  private static final int NEXT_PORTS = 1000;
  private static final int LAST_PORTS = 65_000;

  /** What a port is for. */
  enum Use {
    API("the API", "接口", Settings::port),
    UPLOADS("uploads", "上传", Settings::uploadPort),
    DYNAMODB("DynamoDB Local", "DynamoDB Local", Settings::dynamoDbPort),
    S3("S3Proxy", "S3Proxy", Settings::s3Port);

    private final String english;
    private final String chinese;
    private final ToIntFunction<Settings> port;

    Use(String english, String chinese, ToIntFunction<Settings> port) {
      this.english = english;
      this.chinese = chinese;
      this.port = port;
    }

    private int port(Settings settings) {
      return port.applyAsInt(settings);
    }
  }

  private Preflight() {}

  static void check(Settings settings) {
    checkDisk(settings.data(), folder(settings.data()).toFile().getUsableSpace());
    for (Use use : Use.values()) {
      checkPort(use, settings);
    }
  }

  /** Whether so many bytes are enough. */
  static void checkDisk(Path data, long freeBytes) {
    long free = freeBytes >> 20;
    if (free < DISK_MEGABYTES) {
      throw new Trouble(
          "The disk of %s has only %d MB left; %d are needed. Free some, or choose another place with -Dlocal.data=FOLDER."
              .formatted(data, free, DISK_MEGABYTES),
          "%s 所在磁盘只剩 %d MB，需要 %d MB。请腾出空间，或用 -Dlocal.data=目录 另选位置。"
              .formatted(data, free, DISK_MEGABYTES));
    }
  }

  static void checkPort(Use use, Settings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), use.port(settings)));
    } catch (IOException _) {
      throw taken(use, settings);
    }
  }

  /** Begins to listen on a port. */
  interface Listening<T> {
    T listen() throws IOException;
  }

  /** Listens on a port that was free when it was looked at, and perhaps is no longer. */
  static <T> T listen(Use use, Settings settings, Listening<T> listening) throws IOException {
    try {
      return listening.listen();
    } catch (BindException _) {
      throw taken(use, settings);
    }
  }

  /** Somebody else listens there. */
  static Trouble taken(Use use, Settings settings) {
    int port = use.port(settings);
    int others = settings.port() + NEXT_PORTS < LAST_PORTS ? settings.port() + NEXT_PORTS : 8080;
    return new Trouble(
        "Port %d, for %s, is taken; choose four others in a row with -Dlocal.port=%d."
            .formatted(port, use.english, others),
        "端口 %d（%s）已被占用；请用 -Dlocal.port=%d 另选四个相连的端口。".formatted(port, use.chinese, others));
  }

  /** Keeps a second one off the same data; held until the process ends. */
  static FileLock lock(Path data) {
    Path file = folder(data).resolve("lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(data);
      }
      return lock;
    } catch (OverlappingFileLockException _) {
      throw inUse(data);
    } catch (IOException e) {
      throw Faults.file(file, e);
    }
  }

  private static Trouble inUse(Path data) {
    return new Trouble(
        "Another one runs on %s; stop it, or choose another place with -Dlocal.data=FOLDER."
            .formatted(data),
        "另一个系统正在使用 %s；请先停止它，或用 -Dlocal.data=目录 另选位置。".formatted(data));
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw Faults.file(folder, e);
    }
  }
}
