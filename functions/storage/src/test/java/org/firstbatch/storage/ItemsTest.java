package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemsTest {

  private static final RecordKey KEY = new RecordKey(Table.POLICIES, "dalian!p", "1");
  private static final StoredRecord RECORD =
      StoredRecord.first(KEY, 2, "dalian-2025", Instant.parse("2026-01-05T01:02:03Z"), "{}");

  @Test
  void shouldReadAnItemFromBeforeJournalChains() {
    Map<String, AttributeValue> old =
        Map.of(
            "pk", AttributeValue.fromS("dalian!p"),
            "sk", AttributeValue.fromS("1"),
            "v", AttributeValue.fromN("3"),
            "s", AttributeValue.fromN("1"),
            "e", AttributeValue.fromS("dalian-2025"),
            "c", AttributeValue.fromS("2026-01-05T01:02:03Z"),
            "b", AttributeValue.fromS("{\"old\":true}"));
    assertEquals(
        new StoredRecord(
            KEY,
            3,
            1,
            "dalian-2025",
            Instant.parse("2026-01-05T01:02:03Z"),
            "{\"old\":true}",
            JournalHead.NONE,
            Map.of()),
        Items.record(Table.POLICIES, old));
  }

  @Test
  void shouldKeepTheNamesOfAttributes() {
    StoredRecord record =
        RECORD.withJournal(new JournalHead(4, "ab")).withAttributes(Map.of("day", "d"));
    assertEquals(
        Set.of("pk", "sk", "v", "s", "e", "c", "b", "js", "jh", "day"),
        Items.item(record).keySet());
    assertEquals(Set.of("pk", "sk", "v", "s", "e", "c", "b"), Items.item(RECORD).keySet());
  }

  @Test
  void shouldKeepTheTimeToForgetAsANumber() {
    StoredRecord record = RECORD.withAttributes(Map.of("ttl", "1767225600"));
    assertEquals(AttributeValue.fromN("1767225600"), Items.item(record).get("ttl"));
    assertEquals(record, Items.record(Table.POLICIES, Items.item(record)));
  }

  @Test
  void shouldRefuseAnIndexAttributeWithTheNameOfOneOfItsOwn() {
    StoredRecord record = RECORD.withAttributes(Map.of("v", "9"));
    assertThrows(PermanentFault.class, () -> Items.item(record));
  }

  @Test
  void shouldSayWhichItemCannotBeReadAndWhy() {
    Map<String, AttributeValue> broken = new HashMap<>(Items.item(RECORD));
    broken.remove("e");
    PermanentFault fault =
        assertThrows(PermanentFault.class, () -> Items.record(Table.POLICIES, broken));
    assertTrue(fault.toString().contains(KEY.toString()), fault.toString());
    assertTrue(fault.toString().contains("no text in attribute e"), fault.toString());
    broken.putAll(Items.item(RECORD));
    broken.put("c", AttributeValue.fromS("yesterday"));
    assertThrows(PermanentFault.class, () -> Items.record(Table.POLICIES, broken));
  }
}
