package org.firstbatch.allocation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.firstbatch.casework.file.ClaimReview;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.allocation.LocalSecond;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a fiscal year with their marks, in canonical order: the partitions of the queue are
 * read page by page, strongly consistent, and merged. In memory are two pages of each partition.
 */
final class Queue implements Iterator<Queue.Entry> {

  private static final Comparator<Waiting> BY_NEXT =
      Comparator.comparing(each -> each.entry().place());

  private final PriorityQueue<Waiting> waiting = new PriorityQueue<>(BY_NEXT);

  Queue(Records records, String scheme, int year) {
    for (int shard = 0; shard < Claims.SHARDS; shard++) {
      add(new Shard(records, Claims.partition(scheme, year, shard)));
    }
  }

  private void add(Shard shard) {
    Entry entry = shard.next();
    if (entry != null) {
      waiting.add(new Waiting(entry, shard));
    }
  }

  /** A partition's next claim. */
  private record Waiting(Entry entry, Shard shard) {}

  /**
   * A claim in its queue.
   *
   * @param claim as it is stored
   * @param place its place
   * @param marks what single bodies said of it
   */
  record Entry(Claim claim, Place place, List<StoredMark> marks) {
    /** How it stands under the filing that makes it visible. */
    ClaimReview review(Filing filing) {
      return new ClaimReview(
          claim, filing.accepted(), marks.stream().map(StoredMark::mark).toList());
    }
  }

  /**
   * A mark and the end of its key.
   *
   * @param suffix what follows the claim's sort key
   */
  record StoredMark(Mark mark, String suffix) {}

  static Place place(Claim claim) {
    return new Place(
        claim.carried(),
        second(claim.insured()),
        second(claim.received()),
        claim.insurer(),
        claim.number());
  }

  private static long second(Instant instant) {
    return LocalSecond.of(LocalDateTime.ofInstant(instant, Shanghai.ZONE));
  }

  @Override
  public boolean hasNext() {
    return !waiting.isEmpty();
  }

  @Override
  public Entry next() {
    Waiting first = waiting.poll();
    if (first == null) {
      throw new NoSuchElementException("the queue has no more claims");
    }
    add(first.shard());
    return first.entry();
  }

  /** One partition of the queue. */
  private static final class Shard {
    private final Records records;
    private final RecordQuery query;
    private RecordPage page;
    private @Nullable Ahead<RecordPage> nextPage;
    private int at;

    Shard(Records records, String partition) {
      this.records = records;
      query = RecordQuery.all(Table.CLAIMS, partition);
      page = records.page(query);
      readAhead();
    }

    private void readAhead() {
      String after = page.next();
      nextPage = after == null ? null : Ahead.begin(() -> records.page(query.after(after)));
    }

    /** The next claim with the marks that stand behind it; null at the end. */
    @Nullable Entry next() {
      StoredRecord first = record();
      if (first == null) {
        return null;
      }
      if (ClaimReview.isMark(first)) {
        throw new PermanentFault("A mark stands behind no claim: " + first.key());
      }
      at++;
      Claim claim = Claims.CLAIM.read(first).value();
      return new Entry(claim, place(claim), marks(first.key().sort()));
    }

    private List<StoredMark> marks(String claim) {
      List<StoredMark> marks = new ArrayList<>(0);
      for (StoredRecord record = record(); record != null; record = record()) {
        if (!ClaimReview.isMark(record) || !ClaimReview.claimSort(record).equals(claim)) {
          break;
        }
        String suffix = record.key().sort().substring(claim.length());
        marks.add(new StoredMark(Claims.MARK.read(record).value(), suffix));
        at++;
      }
      return marks;
    }

    /** The record to take next; null when the partition is at its end. */
    private @Nullable StoredRecord record() {
      while (at == page.records().size()) {
        if (nextPage == null) {
          return null;
        }
        page = nextPage.await();
        at = 0;
        readAhead();
      }
      return page.records().get(at);
    }
  }
}
