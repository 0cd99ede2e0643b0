package org.firstbatch.casework.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;

class JournalChainTest {

  private static final Kind<Counter> COUNTER = Kind.of("counter", Counter.class);
  private static final RecordKey KEY = new RecordKey(Table.PLANS, "dalian!counter", "c");

  private record Counter(int count) {}

  private final InMemoryRecords records = new InMemoryRecords();

  @Test
  void shouldNameTheEntryBeforeInEachEntry() {
    Stored<Counter> first = commit(unit -> unit.create(COUNTER, KEY, new Counter(1), happening()));
    commit(unit -> unit.change(COUNTER, first, new Counter(2), happening()));

    JournalEntry one = entry(1);
    JournalEntry two = entry(2);
    assertEquals("", one.previous());
    assertEquals(one.hash(), two.previous());
    assertEquals(new JournalHead(2, two.hash()), records.find(KEY).orElseThrow().journal());
  }

  @Test
  void shouldHashToTheSameAfterBeingStoredAndRead() {
    commit(unit -> unit.create(COUNTER, KEY, new Counter(1), happening()));

    assertEquals(records.find(KEY).orElseThrow().journal().hash(), entry(1).hash());
  }

  @Test
  void shouldRefuseTwoChangesOfOneRecordInOneAct() {
    Unit unit = unit();
    unit.create(COUNTER, KEY, new Counter(1));

    assertThrows(IllegalStateException.class, () -> unit.create(COUNTER, KEY, new Counter(2)));
  }

  @Test
  void shouldSayBesideTheEntryThatAReceiptWasGiven() {
    Object facts = Map.of("receipt", Map.of("number", "R1"));
    commit(
        unit -> {
          unit.note(Happening.of("counter.filed", "counter", "with", List.of(), facts));
          unit.note(Happening.of("counter.filed", "counter", "without", List.of(), Map.of()));
          return unit.create(COUNTER, KEY, new Counter(1));
        });

    assertEquals("R1", attributes("with").get("receipt"));
    assertFalse(attributes("without").containsKey("receipt"));
  }

  @Test
  void shouldRefuseAnEntryThatNoBusWouldCarry() {
    String most = "台".repeat(Journal.MOST_BYTES / 3);
    Happening tooLong = Happening.of("counter.told", "counter", "c", List.of(), Map.of("n", most));

    assertThrows(PermanentFault.class, () -> unit().note(tooLong));
  }

  private Map<String, String> attributes(String subject) {
    return records.find(Journal.key("dalian", "counter", subject, 1)).orElseThrow().attributes();
  }

  private static Happening happening() {
    return Happening.of("counter.counted", "counter", "c", List.of("haiyue"), Map.of("n", 1));
  }

  private static Unit unit() {
    return new Unit(Actor.system("dalian", Instant.parse("2026-03-02T02:00:00Z"), "r1", "1"));
  }

  private Stored<Counter> commit(java.util.function.Function<Unit, Stored<Counter>> act) {
    Unit unit = unit();
    Stored<Counter> stored = act.apply(unit);
    records.commit(unit.transaction("seed" + stored.version()));
    return stored;
  }

  private JournalEntry entry(long sequence) {
    return Journal.KIND
        .read(records.find(Journal.key("dalian", "counter", "c", sequence)).orElseThrow())
        .value();
  }
}
