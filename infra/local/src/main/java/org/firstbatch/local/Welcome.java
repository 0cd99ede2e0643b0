package org.firstbatch.local;

import java.nio.file.Files;
import java.nio.file.Path;
import org.firstbatch.local.screen.Screen;
import org.firstbatch.measures.calendar.Shanghai;

/** What is there, and what to try. */
final class Welcome {

  private final Settings settings;
  private final Machine machine;
  private final Screen screen;

  Welcome(Settings settings, Machine machine, Screen screen) {
    this.settings = settings;
    this.machine = machine;
    this.screen = screen;
  }

  void print() {
    Path demo = fromTheCheckout(settings.demoFolder());
    screen.line("");
    screen.line(
        screen
            .say(
                "The city stays up: %s · files: %s · Ctrl-C stops all. Try:",
                "系统保持运行：%s · 文件：%s · Ctrl-C 全部停止。可以试试：")
            .formatted(settings.address(), demo));
    if (Files.exists(settings.demoFolder().resolve("env"))) {
      screen.line("  . " + demo.resolve("env"));
      screen.line("  curl -H \"$AS_MAKER\" $API/policies/$STORY");
      screen.line("  $JAVA -jar $RECOMPUTE $DEMO/2026Q3.input $DEMO/2026Q3.plan");
    }
    screen.line("  curl %s/v1/schemes/dalian/parameters".formatted(settings.address()));
    screen.line(
        "  curl %s/local/tokens -d '{\"person\":\"%s\"}'"
            .formatted(settings.address(), Machine.FIRST_ADMINISTRATOR));
    screen.line(
        "  curl %s/local/clock -d '{\"to\":\"2027-04-21T06:00:00+08:00\"}'   # %s"
            .formatted(settings.address(), Shanghai.dayOf(machine.clock().now())));
  }

  /** As somebody writes it who stands in the checkout, where Maven was called. */
  private Path fromTheCheckout(Path path) {
    return path.startsWith(settings.root()) ? settings.root().relativize(path) : path;
  }
}
