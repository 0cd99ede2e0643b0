package org.firstbatch.local.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.firstbatch.local.clock.LawClock;
import org.firstbatch.local.gateway.Issuer;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose files do not say what was written. */
class DamagedDataTest {

  @TempDir private Path data;

  private void shouldName(String name, Executable start) throws IOException {
    Path file = Files.writeString(data.resolve(name), "\u0000\u0000\u0000");

    Trouble trouble = assertThrows(Trouble.class, start);

    assertEquals(
        file
            + " is damaged: put it back from a copy, or remove the whole data folder to begin anew.",
        trouble.english());
    assertEquals(file + " 已损坏：请用备份恢复，或删除整个数据目录重新开始。", trouble.chinese());
  }

  @Test
  void shouldNameADamagedClock() throws IOException {
    shouldName("clock", () -> new LawClock(data.resolve("clock"), Instant.EPOCH));
  }

  @Test
  void shouldNameADamagedKey() throws IOException {
    Path key = data.resolve("issuer.key");

    shouldName("issuer.key", () -> Issuer.keptIn(key, "http://127.0.0.1", "audience"));
  }
}
