package org.firstbatch.local;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreflightTest {

  private static final long MEGABYTE = 1L << 20;

  @TempDir private Path folder;

  private Settings settings(int port) {
    Properties properties = new Properties();
    properties.setProperty("local.data", folder.resolve("data").toString());
    properties.setProperty("local.port", Integer.toString(port));
    return Settings.of(properties);
  }

  @ParameterizedTest
  @CsvSource({
    "API, 0, the API, 接口",
    "UPLOADS, 1, uploads, 上传",
    "DYNAMODB, 2, DynamoDB Local, DynamoDB Local",
    "S3, 3, S3Proxy, S3Proxy"
  })
  void shouldSayWhichPortIsTakenAndHowToChooseAnother(
      Preflight.Use use, int place, String english, String chinese) throws IOException {
    // Given somebody who listens on the port of one of the four
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = other.getLocalPort();
      Settings settings = settings(taken - place);
      int others = settings.port() + 1000 < 65_000 ? settings.port() + 1000 : 8080;

      // When the machine is looked at
      Trouble trouble = assertThrows(Trouble.class, () -> Preflight.checkPort(use, settings));

      // Then the port, what it is for and another choice are named
      assertEquals(
          "Port %d, for %s, is taken; choose four others in a row with -Dlocal.port=%d."
              .formatted(taken, english, others),
          trouble.english());
      assertEquals(
          "端口 %d（%s）已被占用；请用 -Dlocal.port=%d 另选四个相连的端口。".formatted(taken, chinese, others),
          trouble.chinese());
    }
  }

  @Test
  void shouldOfferPortsThatThereAre() {
    assertTrue(
        Preflight.taken(Preflight.Use.API, settings(64_000))
            .english()
            .endsWith("-Dlocal.port=8080."));
  }

  @Test
  void shouldLookAtTheApisPortWhenItLooksAtAll() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings = settings(other.getLocalPort());

      Trouble trouble = assertThrows(Trouble.class, () -> Preflight.check(settings));

      assertTrue(trouble.english().startsWith("Port " + other.getLocalPort()), trouble.english());
    }
  }

  @Test
  void shouldSayTheSameOfAPortThatWasTakenBetweenTheLookAndTheStart() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings = settings(other.getLocalPort());
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());

      Trouble trouble =
          assertThrows(
              Trouble.class,
              () ->
                  Preflight.listen(
                      Preflight.Use.API, settings, () -> HttpServer.create(address, 0)));

      assertEquals(Preflight.taken(Preflight.Use.API, settings).english(), trouble.english());
    }
  }

  @Test
  void shouldNotStartOnADiskWithTooLittleSpace() {
    Path data = Path.of("/data");

    Trouble trouble =
        assertThrows(Trouble.class, () -> Preflight.checkDisk(data, 500 * MEGABYTE - 1));

    assertEquals(
        "The disk of /data has only 499 MB left; 500 are needed. Free some, or choose another place with -Dlocal.data=FOLDER.",
        trouble.english());
    assertEquals("/data 所在磁盘只剩 499 MB，需要 500 MB。请腾出空间，或用 -Dlocal.data=目录 另选位置。", trouble.chinese());
    assertDoesNotThrow(() -> Preflight.checkDisk(data, 500 * MEGABYTE));
  }

  @Test
  void shouldKeepASecondOneOffTheSameData() throws IOException {
    Path data = folder.resolve("data");
    try (FileLock first = Preflight.lock(data)) {
      assertTrue(first.isValid());

      Trouble trouble = assertThrows(Trouble.class, () -> Preflight.lock(data));

      assertTrue(trouble.english().startsWith("Another one runs on " + data), trouble.english());
      assertTrue(trouble.chinese().startsWith("另一个系统正在使用 " + data), trouble.chinese());
    }
  }

  @Test
  void shouldNameADataFolderThatCannotBeMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    Trouble trouble = assertThrows(Trouble.class, () -> Preflight.lock(file));

    assertTrue(trouble.english().startsWith(file + " is not usable ("), trouble.english());
    assertTrue(trouble.chinese().startsWith(file + " 不可用（"), trouble.chinese());
  }
}
