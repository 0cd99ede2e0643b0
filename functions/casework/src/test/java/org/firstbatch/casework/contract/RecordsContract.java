package org.firstbatch.casework.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Commit;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.JournalHead;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.casework.record.Transaction;
import org.firstbatch.casework.record.UnknownCursor;
import org.firstbatch.casework.record.Write;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every store of records must do. Each test works in a partition of its own, so that all may
 * share one server.
 */
public abstract class RecordsContract {

  private static final Commit COMMITTED = new Commit.Committed();

  private final String partition = RecordKey.join("dalian", UUID.randomUUID().toString());

  /** The store under test. */
  protected abstract Records records();

  @Test
  void shouldGiveBackARecordAsItWasCreated() {
    StoredRecord record =
        new StoredRecord(
            key(Table.JOURNAL, "首批次 😀"),
            1,
            3,
            "dalian-2025",
            Instant.parse("2026-01-21T06:00:00.123456789Z"),
            "{\"企业\":\"大连新产品有限公司\",\"empty\":\"\"}",
            new JournalHead(7, "ab12"),
            Map.of("day", partition + "!2026-01-21", "at", "2026-01-21T06:00:00Z"));
    assertEquals(COMMITTED, commit(new Write.Create(record)));
    assertEquals(Optional.of(record), records().find(record.key()));
  }

  @Test
  void shouldFindNothingWhereNothingWasWritten() {
    assertEquals(Optional.empty(), records().find(key("nothing")));
    assertEquals(Map.of(), records().findAll(List.of(key("nothing"))));
    assertEquals(new RecordPage(List.of(), null), records().page(query()));
    assertEquals(0, records().counter(key("nothing")));
  }

  @Test
  void shouldNotCreateWhatIsThere() {
    create(record("a", "first"));
    Write second = new Write.Create(record("a", "second"));
    assertEquals(failed(second), commit(second));
    assertEquals("first", body("a"));
  }

  @Test
  void shouldChangeOnlyTheVersionThatTheWriterRead() {
    StoredRecord first = record("a", "first");
    create(first);
    StoredRecord second = first.next(2, "dalian-2026", "second", new JournalHead(1, "ff"));
    assertEquals(COMMITTED, commit(new Write.Change(second)));
    assertEquals(Optional.of(second), records().find(key("a")));

    Write stale = new Write.Change(first.next(2, "dalian-2026", "third", JournalHead.NONE));
    assertEquals(failed(stale), commit(stale));
    assertEquals("second", body("a"));
  }

  @Test
  void shouldNotChangeWhatIsNotThere() {
    Write change = new Write.Change(record("a", "x").next(1, "e", "y", JournalHead.NONE));
    assertEquals(failed(change), commit(change));
    assertEquals(Optional.empty(), records().find(key("a")));
  }

  @Test
  void shouldDropAttributesThatANewVersionLacks() {
    StoredRecord first = record("a", "x").withAttributes(Map.of("person", "p"));
    create(first);
    StoredRecord second = first.next(1, "e", "y", JournalHead.NONE).withAttributes(Map.of());
    commit(new Write.Change(second));
    assertEquals(Optional.of(second), records().find(key("a")));
  }

  @Test
  void shouldPutWhateverIsThere() {
    assertEquals(COMMITTED, commit(new Write.Put(record("a", "first"))));
    assertEquals(COMMITTED, commit(new Write.Put(record("a", "second"))));
    assertEquals("second", body("a"));
  }

  @Test
  void shouldRemoveOnlyTheVersionNamed() {
    create(record("a", "x"));
    Write stale = new Write.Remove(key("a"), 2);
    assertEquals(failed(stale), commit(stale));
    assertEquals(COMMITTED, commit(new Write.Remove(key("a"), 1)));
    assertEquals(Optional.empty(), records().find(key("a")));
    Write again = new Write.Remove(key("a"), 1);
    assertEquals(failed(again), commit(again));
  }

  @Test
  void shouldExpectAVersion() {
    create(record("a", "x"));
    assertEquals(COMMITTED, commit(new Write.Expect(key("a"), 1)));
    Write other = new Write.Expect(key("a"), 2);
    assertEquals(failed(other), commit(other));
    Write absent = new Write.Expect(key("b"), 1);
    assertEquals(failed(absent), commit(absent));
  }

  @Test
  void shouldExpectAbsence() {
    create(record("a", "x"));
    assertEquals(COMMITTED, commit(new Write.ExpectAbsent(key("b"))));
    Write there = new Write.ExpectAbsent(key("a"));
    assertEquals(failed(there), commit(there));
  }

  @Test
  void shouldRaiseACounterFromNothing() {
    Write.Raise raise = new Write.Raise(key("n"));
    assertEquals(COMMITTED, commit(raise));
    assertEquals(1, records().counter(key("n")));
    assertEquals(COMMITTED, commit(raise));
    assertEquals(2, records().counter(key("n")));
  }

  @Test
  void shouldExpectTheValueOfACounter() {
    assertEquals(COMMITTED, commit(new Write.ExpectCounter(key("n"), 0)));
    Write early = new Write.ExpectCounter(key("n"), 1);
    assertEquals(failed(early), commit(early));
    commit(new Write.Raise(key("n")));
    assertEquals(COMMITTED, commit(new Write.ExpectCounter(key("n"), 1)));
    Write late = new Write.ExpectCounter(key("n"), 0);
    assertEquals(failed(late), commit(late));
  }

  @Test
  void shouldKeepCountersApartFromRecords() {
    commit(new Write.Raise(key("n")));
    create(record("o", "x"));
    assertEquals(Optional.empty(), records().find(key("n")));
    assertEquals(List.of("o"), sorts(records().page(query())));
    assertEquals(0, records().counter(key("o")));
    Write onRecord = new Write.Raise(key("o"));
    assertEquals(failed(onRecord), commit(onRecord));
    Write onCounter = new Write.Create(record("n", "x"));
    assertEquals(failed(onCounter), commit(onCounter));
    Write absent = new Write.ExpectAbsent(key("n"));
    assertEquals(failed(absent), commit(absent));
  }

  @Test
  void shouldWriteNothingWhenOnePartFailsAndNameEachThatFailed() {
    create(record("a", "x"));
    Write good = new Write.Create(record("b", "y"));
    Write raise = new Write.Raise(key("n"));
    Write bad = new Write.Create(record("a", "z"));
    Write worse = new Write.Expect(key("c"), 4);
    assertEquals(failed(bad, worse), commit(good, bad, raise, worse));
    assertEquals(Optional.empty(), records().find(key("b")));
    assertEquals(0, records().counter(key("n")));
  }

  @Test
  void shouldWriteAcrossTablesAtOnce() {
    RecordKey claim = key(Table.CLAIMS, "c");
    assertEquals(
        COMMITTED,
        commit(new Write.Create(record("a", "x")), new Write.Create(record(claim, "claim"))));
    assertEquals("claim", records().find(claim).orElseThrow().body());
    assertEquals("x", body("a"));
  }

  @Test
  void shouldTakeAHundredWrites() {
    List<Write> writes =
        IntStream.range(0, 100)
            .<Write>mapToObj(i -> new Write.Create(record(number(i), "x")))
            .toList();
    assertEquals(COMMITTED, records().commit(new Transaction(token(), writes)));
    assertEquals(100, records().page(query()).records().size());
  }

  @Test
  void shouldChangeNothingMoreWhenATokenComesAgain() {
    Transaction transaction =
        new Transaction(
            token(), List.of(new Write.Create(record("a", "x")), new Write.Raise(key("n"))));
    assertEquals(COMMITTED, records().commit(transaction));
    assertEquals(COMMITTED, records().commit(transaction));
    assertEquals(1, records().counter(key("n")));
  }

  @Test
  void shouldRefuseATokenThatComesWithOtherWrites() {
    String token = token();
    records().commit(new Transaction(token, List.of(new Write.Create(record("a", "x")))));
    Transaction other = new Transaction(token, List.of(new Write.Create(record("b", "y"))));
    assertThrows(PermanentFault.class, () -> records().commit(other));
    assertEquals(Optional.empty(), records().find(key("b")));
  }

  @Test
  void shouldForgetTheTokenOfATransactionThatFailed() {
    Transaction transaction =
        new Transaction(token(), List.of(new Write.Expect(key("a"), 1), raise("n")));
    assertEquals(failed(new Write.Expect(key("a"), 1)), records().commit(transaction));
    create(record("a", "x"));
    assertEquals(COMMITTED, records().commit(transaction));
    assertEquals(1, records().counter(key("n")));
  }

  @Test
  void shouldRefuseARecordOfMoreThan400Kilobytes() {
    StoredRecord largest = record("a", "x".repeat(400 * 1024 - 500));
    assertEquals(COMMITTED, commit(new Write.Create(largest)));
    assertEquals(Optional.of(largest), records().find(key("a")));

    StoredRecord tooLarge = record("b", "新".repeat(140 * 1024));
    assertThrows(PermanentFault.class, () -> commit(new Write.Create(tooLarge)));
    assertThrows(PermanentFault.class, () -> records().putAll(List.of(tooLarge)));
    assertEquals(Optional.empty(), records().find(key("b")));
  }

  @Test
  void shouldRefuseATransactionOfMoreThanFourMegabytes() {
    List<Write> writes =
        IntStream.range(0, 12)
            .<Write>mapToObj(i -> new Write.Create(record(number(i), "x".repeat(390 * 1024))))
            .toList();
    assertThrows(PermanentFault.class, () -> records().commit(new Transaction(token(), writes)));
    assertEquals(List.of(), records().page(query()).records());
  }

  @Test
  void shouldOrderSortKeysByTheBytesOfTheirUtf8() {
    List<String> ordered = List.of("!", "0", "A", "Z!1", "Za", "a", "é", "企", "\uFF01", "😀");
    List<String> shuffled = new ArrayList<>(ordered);
    Collections.shuffle(shuffled, new Random(7));
    records().putAll(shuffled.stream().map(sort -> record(sort, "x")).toList());
    assertEquals(ordered, sorts(records().page(query())));
    assertEquals(ordered.reversed(), sorts(records().page(query().backward())));
  }

  @Test
  void shouldPageInBothDirections() {
    putNumbered(7);
    assertEquals(List.of("000", "001", "002"), sorts(records().page(query().limit(3))));
    assertEquals(
        List.of("003", "004", "005"), sorts(records().page(query().limit(3).after("002"))));
    assertEquals(
        List.of("004", "003"), sorts(records().page(query().backward().limit(2).after("005"))));
    RecordPage last = records().page(query().limit(3).after("005"));
    assertEquals(List.of("006"), sorts(last));
    assertEquals(null, last.next());
  }

  @Test
  void shouldReachEachRecordOnceByFollowingNext() {
    putNumbered(10);
    for (int limit = 1; limit <= 11; limit++) {
      List<String> seen = new ArrayList<>();
      records().forEach(query().limit(limit), r -> seen.add(r.key().sort()));
      assertEquals(IntStream.range(0, 10).mapToObj(RecordsContract::number).toList(), seen);
    }
  }

  @Test
  void shouldGoOnBehindASortKeyThatIsNotThere() {
    putNumbered(5);
    assertEquals(List.of("003", "004"), sorts(records().page(query().after("002x"))));
  }

  @Test
  void shouldKeepToThePrefix() {
    for (String sort : List.of("a", "a!1", "a!2", "a!3", "ab", "b!1")) {
      create(record(sort, "x"));
    }
    RecordQuery prefixed = RecordQuery.prefixed(Table.POLICIES, partition, "a!");
    assertEquals(List.of("a!1", "a!2", "a!3"), sorts(records().page(prefixed)));
    assertEquals(List.of("a!2", "a!3"), sorts(records().page(prefixed.after("a!1"))));
    assertEquals(List.of("a!3"), sorts(records().page(prefixed.backward().limit(1))));
    assertEquals(List.of("a!1"), sorts(records().page(prefixed.backward().after("a!2"))));
  }

  @Test
  void shouldTakeAnAfterOutsideThePrefix() {
    for (String sort : List.of("a", "m!1", "m!2", "z")) {
      create(record(sort, "x"));
    }
    RecordQuery prefixed = RecordQuery.prefixed(Table.POLICIES, partition, "m!");
    assertEquals(List.of("m!1", "m!2"), sorts(records().page(prefixed.after("a"))));
    assertEquals(List.of(), sorts(records().page(prefixed.after("z"))));
    assertEquals(List.of("m!2", "m!1"), sorts(records().page(prefixed.backward().after("z"))));
    assertEquals(List.of(), sorts(records().page(prefixed.backward().after("a"))));
  }

  @Test
  void shouldStreamMoreThanOnePageHolds() {
    List<StoredRecord> large =
        IntStream.range(0, 12).mapToObj(i -> record(number(i), "x".repeat(300 * 1024))).toList();
    records().putAll(large);
    List<StoredRecord> seen = new ArrayList<>();
    records().forEach(query(), seen::add);
    assertEquals(large, seen);
    assertTrue(records().page(query()).records().size() < 12);
  }

  @Test
  void shouldFindAnyNumberOfKeys() {
    putNumbered(230);
    List<RecordKey> keys =
        IntStream.range(0, 260).mapToObj(i -> key(RecordsContract.number(i))).toList();
    Map<RecordKey, StoredRecord> found = records().findAll(keys);
    assertEquals(230, found.size());
    found.forEach((key, record) -> assertEquals(key, record.key()));
  }

  @Test
  void shouldFindAcrossTablesAndTakeAKeyTwice() {
    RecordKey claim = key(Table.CLAIMS, "c");
    create(record("a", "x"));
    create(record(claim, "y"));
    assertEquals(
        Map.of(key("a"), record("a", "x"), claim, record(claim, "y")),
        records().findAll(List.of(key("a"), claim, key("a"), claim)));
    assertEquals(Map.of(), records().findAll(List.of()));
  }

  @Test
  void shouldPutAnyNumberOfRecordsAgainAndAgain() {
    putNumbered(130);
    putNumbered(130);
    List<String> seen = new ArrayList<>();
    records().forEach(query(), record -> seen.add(record.key().sort()));
    assertEquals(IntStream.range(0, 130).mapToObj(RecordsContract::number).toList(), seen);
    records().putAll(List.of());
  }

  @Test
  void shouldRefuseABatchThatNamesAKeyTwice() {
    List<StoredRecord> twice = List.of(record("a", "x"), record("a", "y"));
    assertThrows(PermanentFault.class, () -> records().putAll(twice));
    assertEquals(Optional.empty(), records().find(key("a")));
  }

  @Test
  void shouldPageAnIndexByItsSortAttribute() {
    String day = partition + "!2026-01-21";
    for (int i = 0; i < 6; i++) {
      create(entry("e" + (9 - i), day, "2026-01-21T0" + i / 2 + ":00:00Z"));
    }
    create(entry("other", partition + "!2026-01-22", "2026-01-22T00:00:00Z"));
    create(record(key(Table.JOURNAL, "none"), "x"));

    RecordQuery query = new RecordQuery(Table.JOURNAL, day, "", null, 4, true);
    List<String> forward = ats(query);
    assertEquals(6, forward.size());
    assertEquals(forward.stream().sorted().toList(), forward);
    assertEquals(forward.reversed(), ats(query.backward()));
    assertEquals(
        List.of("2026-01-21T01:00:00Z", "2026-01-21T01:00:00Z"),
        ats(new RecordQuery(Table.JOURNAL, day, "2026-01-21T01", null, 1, true)));
  }

  @Test
  void shouldReachEachRecordOfAnIndexOnceThoughSortValuesAreEqual() {
    String day = partition + "!2026-01-21";
    for (int i = 0; i < 7; i++) {
      create(entry("e" + i, day, "2026-01-21T00:00:00Z"));
    }
    List<String> seen = new ArrayList<>();
    followIndex(
        new RecordQuery(Table.JOURNAL, day, "", null, 2, true), r -> seen.add(r.key().sort()));
    assertEquals(
        List.of("e0", "e1", "e2", "e3", "e4", "e5", "e6"), seen.stream().sorted().toList());
  }

  @Test
  void shouldRefuseToGoOnInAnIndexWhereNoPageEnded() {
    RecordQuery query = RecordQuery.all(Table.JOURNAL, partition + "!2026-01-22");
    List<String> wrong =
        List.of(
            "x", "!!!", "MDAwMDAwMDAwMDAx", "a\u0000b", "\u0000\u0000", "AAA", "x".repeat(4000));

    for (String after : wrong) {
      RecordQuery page = query.after(after);
      assertThrows(UnknownCursor.class, () -> records().page(Index.JOURNAL_BY_DAY, page), after);
    }
  }

  @Test
  void shouldRefuseToGoOnBehindASortKeyThatCannotBe() {
    RecordQuery longer = query().after("x".repeat(RecordKey.MOST_SORT_BYTES + 1));
    RecordQuery empty = query().after("");

    assertThrows(UnknownCursor.class, () -> records().page(longer));
    assertThrows(UnknownCursor.class, () -> records().page(empty));
    assertEquals(
        new RecordPage(List.of(), null),
        records().page(query().after("x".repeat(RecordKey.MOST_SORT_BYTES))));
  }

  @Test
  void shouldFindNothingAtAKeyThatCannotBe() {
    RecordKey sort = key("首".repeat(342));
    RecordKey wide = new RecordKey(Table.POLICIES, partition + "x".repeat(2048), "a");

    for (RecordKey key : List.of(sort, wide)) {
      assertEquals(Optional.empty(), records().find(key));
      assertEquals(Map.of(), records().findAll(List.of(key)));
      assertEquals(0, records().counter(key));
    }
    RecordQuery within = RecordQuery.all(Table.POLICIES, wide.partition());
    assertEquals(new RecordPage(List.of(), null), records().page(within));
    RecordQuery day = RecordQuery.all(Table.JOURNAL, wide.partition());
    assertEquals(new RecordPage(List.of(), null), records().page(Index.JOURNAL_BY_DAY, day));
  }

  @Test
  void shouldLetOneOfManyWritersOnOneVersionWin() throws Exception {
    StoredRecord first = record("a", "x");
    create(first);
    List<Commit> commits =
        concurrently(
            8, i -> commit(new Write.Change(first.next(1, "e", "writer " + i, JournalHead.NONE))));
    assertEquals(1, Collections.frequency(commits, COMMITTED));
    assertEquals(2, records().find(key("a")).orElseThrow().version());
  }

  @Test
  void shouldCountEveryRaise() throws Exception {
    concurrently(20, _ -> commit(raise("n")));
    assertEquals(20, records().counter(key("n")));
  }

  private static List<Commit> concurrently(int times, Attempt attempt) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Commit>> calls = new ArrayList<>();
      IntStream.range(0, times).forEach(i -> calls.add(() -> attempt.run(i)));
      List<Commit> commits = new ArrayList<>();
      for (Future<Commit> future : threads.invokeAll(calls)) {
        commits.add(result(future));
      }
      return commits;
    }
  }

  private static Commit result(Future<Commit> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  private List<String> ats(RecordQuery query) {
    List<String> ats = new ArrayList<>();
    followIndex(query, record -> ats.add(record.attributes().getOrDefault("at", "")));
    return ats;
  }

  private void followIndex(RecordQuery query, Consumer<StoredRecord> consumer) {
    @Nullable String after = null;
    do {
      RecordPage page = records().page(Index.JOURNAL_BY_DAY, query.after(after));
      page.records().forEach(consumer);
      after = page.next();
    } while (after != null);
  }

  private StoredRecord entry(String sort, String day, String at) {
    Map<String, String> attributes = new HashMap<>(Map.of("day", day, "at", at));
    return record(key(Table.JOURNAL, sort), "x").withAttributes(attributes);
  }

  private void putNumbered(int count) {
    records().putAll(IntStream.range(0, count).mapToObj(i -> record(number(i), "x")).toList());
  }

  private void create(StoredRecord record) {
    assertEquals(COMMITTED, commit(new Write.Create(record)));
  }

  private Commit commit(Write... writes) {
    return records().commit(new Transaction(token(), List.of(writes)));
  }

  private static Commit failed(Write... writes) {
    return new Commit.Failed(Arrays.asList(writes));
  }

  private Write raise(String sort) {
    return new Write.Raise(key(sort));
  }

  private String body(String sort) {
    return records().find(key(sort)).orElseThrow().body();
  }

  private static String token() {
    return UUID.randomUUID().toString();
  }

  private RecordQuery query() {
    return RecordQuery.all(Table.POLICIES, partition);
  }

  private RecordKey key(String sort) {
    return key(Table.POLICIES, sort);
  }

  private RecordKey key(Table table, String sort) {
    return new RecordKey(table, partition, sort);
  }

  private StoredRecord record(String sort, String body) {
    return record(key(sort), body);
  }

  private static StoredRecord record(RecordKey key, String body) {
    return StoredRecord.first(key, 1, "dalian-2025", Instant.parse("2026-01-05T01:02:03Z"), body);
  }

  private static List<String> sorts(RecordPage page) {
    return page.records().stream().map(record -> record.key().sort()).toList();
  }

  private static String number(int i) {
    return "%03d".formatted(i);
  }

  private interface Attempt {
    Commit run(int number);
  }
}
