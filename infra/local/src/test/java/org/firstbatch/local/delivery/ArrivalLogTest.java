package org.firstbatch.local.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.firstbatch.local.screen.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalLogTest {

  @TempDir private Path folder;

  @Test
  void shouldDeliverAfterACrashWhatTheStoreHas() {
    // Given two puts that were under way when the process died
    ArrivalLog before = new ArrivalLog(folder);
    before.begin(ArrivalLog.Arrival.of("/bucket/there%20%E9%A6%96", 3));
    before.begin(ArrivalLog.Arrival.of("/bucket/lost", 4));

    // When it starts again, and the store has one of them
    ArrivalLog after = new ArrivalLog(folder);
    after.recover((_, key) -> key.equals("there 首") ? Optional.of("etag") : Optional.empty());

    // Then that one has arrived and the other is forgotten
    List<Path> arrived = after.arrived();
    assertEquals(1, arrived.size());
    assertEquals("etag", ArrivalLog.read(arrived.getFirst()).etag());
    assertEquals(3, ArrivalLog.read(arrived.getFirst()).size());
  }

  @Test
  void shouldKeepTheOrderOfArrivalOverARestart() {
    ArrivalLog log = new ArrivalLog(folder);
    arrive(log, "/b/first");
    arrive(new ArrivalLog(folder), "/b/second");

    List<String> paths = log.arrived().stream().map(file -> ArrivalLog.read(file).path()).toList();
    assertEquals(List.of("/b/first", "/b/second"), paths);
  }

  @Test
  void shouldNameANoteThatIsDamaged() throws IOException {
    Path note = Files.writeString(folder.resolve("000000000000001.begun"), "{\"id\":\"a");
    ArrivalLog log = new ArrivalLog(folder);

    Trouble trouble = assertThrows(Trouble.class, () -> log.recover((_, _) -> Optional.of("etag")));

    assertTrue(trouble.english().startsWith(note + " is damaged"), trouble.english());
  }

  private static void arrive(ArrivalLog log, String path) {
    ArrivalLog.Arrival arrival = ArrivalLog.Arrival.of(path, 1);
    log.arrive(log.begin(arrival), arrival.withEtag("e"));
  }
}
