package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

  @Test
  void shouldRememberHowFarItWasAfterARestart(@TempDir Path folder) {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("c.json"));
    checkpoint.deliver("shard-1", "17");
    checkpoint.end("shard-0");

    Checkpoint again = new Checkpoint(folder.resolve("c.json"));

    assertEquals("17", again.delivered("shard-1"));
    assertEquals(true, again.hasEnded("shard-0"));
    assertEquals("", again.delivered("shard-2"));
  }
}
