package org.firstbatch.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndingTest {

  private final PrintStream err = System.err;
  private final ByteArrayOutputStream traces = new ByteArrayOutputStream();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final List<Integer> exits = new ArrayList<>();
  private final Ending ending = ending(false);

  private Ending ending(boolean chinese) {
    PrintStream out = new PrintStream(seen, true, StandardCharsets.UTF_8);
    return new Ending(new Screen(out, chinese, false), exits::add);
  }

  @BeforeEach
  void catchTraces() {
    System.setErr(new PrintStream(traces, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void showAgain() {
    System.setErr(err);
  }

  private List<String> screen() {
    return seen.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void shouldTellAnErrorInASentenceAndItsTraceInTheLog() {
    ending.because(new NoClassDefFoundError("org/firstbatch/Missing"));

    String what = "java.lang.NoClassDefFoundError: org/firstbatch/Missing";
    assertEquals(List.of("It went wrong: " + what, "出了意外：" + what), screen());
    assertTrue(traces.toString(StandardCharsets.UTF_8).contains("at org.firstbatch.local"));
  }

  @Test
  void shouldTellWithoutATraceWhatTheUserCanMend() {
    ending.because(new IllegalStateException(new Trouble("Mend this.", "请修复。")));

    assertEquals(List.of("Mend this.", "请修复。"), screen());
    assertEquals("", traces.toString(StandardCharsets.UTF_8));
  }

  @Test
  void shouldNameTheFileForWhichThereIsNoPermission() {
    ending.because(new UncheckedIOException(new AccessDeniedException("/data/clock")));

    assertEquals(
        List.of(
            "There is no permission for /data/clock: give it to this user, or choose another place with -Dlocal.data=FOLDER.",
            "没有使用 /data/clock 的权限：请授予当前用户，或用 -Dlocal.data=目录 另选位置。"),
        screen());
  }

  @Test
  void shouldNameTheFileThatCouldNotBeWrittenAndWhy() {
    ending.because(
        new UncheckedIOException(
            new FileSystemException("/data/clock.next", null, "No space left on device")));

    assertEquals(
        "/data/clock.next is not usable (No space left on device): mend that, or choose another place with -Dlocal.data=FOLDER.",
        screen().getFirst());
  }

  @Test
  void shouldSayWhereTheLogIs(@TempDir Path folder) throws IOException {
    Ending chinese = ending(true);
    Path log = Files.writeString(folder.resolve("functions.log"), "");
    chinese.logsTo(log);

    chinese.because(new Trouble("Mend this.", "请修复。"));

    assertEquals(List.of("请修复。", "Mend this.", "日志：" + log), screen());
  }

  @Test
  void shouldStopAllWhenAServerEndsByItself(@TempDir Path folder) throws IOException {
    Path log = Files.writeString(folder.resolve("dynamodb.log"), "");

    ending.because("DynamoDB Local", log);

    assertEquals(
        List.of(
            "DynamoDB Local has ended by itself; all stops.",
            "DynamoDB Local 自行退出，系统随之停止。",
            "Log: " + log),
        screen());
    assertEquals(List.of(1), exits);
  }

  @Test
  void shouldTellOnlyTheFirstReason() {
    ending.because("DynamoDB Local", Path.of("nowhere"));
    ending.because("S3Proxy", Path.of("nowhere"));
    ending.because(new IllegalStateException("the API does not answer"));

    assertEquals(2, screen().size(), screen().toString());
    assertEquals(List.of(1), exits);
  }

  @Test
  void shouldNotWonderAboutServersThatEndWhenAllDoes() {
    ending.begin();

    ending.because("DynamoDB Local", Path.of("nowhere"));

    assertEquals(List.of(), screen());
    assertEquals(List.of(), exits);
  }
}
