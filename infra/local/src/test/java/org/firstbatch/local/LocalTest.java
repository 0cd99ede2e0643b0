package org.firstbatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way out that is not a good one, as the user sees it. */
class LocalTest {

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Properties properties = new Properties();

  @TempDir private Path folder;

  @AfterEach
  void showAgain() {
    System.setOut(out);
    System.setErr(err);
  }

  private List<String> screenOf(int status) {
    PrintStream screen = new PrintStream(seen, true, StandardCharsets.UTF_8);
    assertEquals(status, Local.run(properties, screen, _ -> {}));
    return seen.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private void set(String key, Object value) {
    properties.setProperty("local." + key, value.toString());
  }

  @Test
  void shouldSayInBothLanguagesWhichSettingIsWrong() {
    set("demo", "leave");

    assertEquals(
        List.of(
            "-Dlocal.demo is one of [stay, exit, none], not \"leave\".",
            "-Dlocal.demo 可选 [stay, exit, none]，不能是“leave”。"),
        screenOf(1));
  }

  @Test
  void shouldSayItInChineseFirstToWhoeverReadsChinese() {
    set("demo", "leave");
    set("lang", "zh");

    assertEquals("-Dlocal.demo 可选 [stay, exit, none]，不能是“leave”。", screenOf(1).getFirst());
  }

  @Test
  void shouldEndWithASentenceWhenAPortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      set("data", folder.resolve("data"));
      set("port", other.getLocalPort());

      List<String> screen = screenOf(1);

      assertEquals(2, screen.size(), screen.toString());
      assertTrue(screen.getFirst().startsWith("Port " + other.getLocalPort()), screen.toString());
    }
  }

  @Test
  void shouldEndWithASentenceWhenTheDataFolderIsAFile() throws IOException {
    set("data", Files.writeString(folder.resolve("data"), "a file"));

    List<String> screen = screenOf(1);

    assertEquals(2, screen.size(), screen.toString());
    assertTrue(
        screen.getFirst().startsWith(folder.resolve("data") + " is not usable"), screen.toString());
  }

  @Test
  void shouldEndWithASentenceWhenThereCanBeNoLog() throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("log"), "a file");
    set("data", data);
    set("port", freePort());

    List<String> screen = screenOf(1);

    assertEquals(2, screen.size(), screen.toString());
    assertTrue(
        screen.getFirst().startsWith(data.resolve("log") + " is not usable"), screen.toString());
  }

  @Test
  void shouldEndWithASentenceAndTheLogWhenTheCheckoutIsNotThere() throws IOException {
    // Given a folder in which there is no template.yaml
    Path data = folder.resolve("data");
    set("data", data);
    set("root", folder.resolve("elsewhere"));
    set("port", freePort());

    // When it is started there
    List<String> screen = screenOf(1);

    // Then after its first step it says what is missing, and the trace is in the log
    Path log = data.resolve("log/functions.log");
    Path missing = folder.resolve("elsewhere/template.yaml");
    assertEquals(4, screen.size(), screen.toString());
    assertTrue(screen.get(1).startsWith(missing + " is not usable ("), screen.toString());
    assertTrue(screen.get(2).startsWith(missing + " 不可用（"), screen.toString());
    assertEquals("Log: " + log, screen.get(3));
    assertTrue(Files.readString(log).contains("NoSuchFileException"));
  }

  @Test
  void shouldEndWithASentenceWhenAnErrorIsThrown() {
    // Given a machine on which even the settings cannot be read
    Properties broken =
        new Properties() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getProperty(String key, String otherwise) {
            if (key.equals("local.root")) {
              throw new NoClassDefFoundError("java/nio/file/Path");
            }
            return otherwise;
          }
        };
    ByteArrayOutputStream trace = new ByteArrayOutputStream();
    System.setErr(new PrintStream(trace, true, StandardCharsets.UTF_8));

    // When it is started
    PrintStream screen = new PrintStream(seen, true, StandardCharsets.UTF_8);
    int status = Local.run(broken, screen, _ -> {});

    // Then it ends with a sentence all the same
    assertEquals(1, status);
    assertTrue(
        seen.toString(StandardCharsets.UTF_8)
            .startsWith("It went wrong: java.lang.NoClassDefFoundError: java/nio/file/Path"));
    assertTrue(trace.toString(StandardCharsets.UTF_8).contains("at org.firstbatch.local"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Math.min(socket.getLocalPort(), 65_000);
    }
  }
}
