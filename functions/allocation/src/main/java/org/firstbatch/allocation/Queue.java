package org.firstbatch.allocation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * read page by page, strongly consistent, and merged. In memory are one page of each partition and
 * the claims that share a second of insuring and of receipt with the next.
 */
final class Queue implements Iterator<Queue.Entry> {

  /**
   * "1!2026-01-11T09:00:00!2026-04-02T10:00:00!": queue, insuring time and receipt have a fixed
   * width; only claims that agree in them may stand in the partition in another order than the
   * canonical one, since a space sorts before the separator.
   */
  private static final int TIED = 42;

  private static final Comparator<Shard> BY_NEXT =
      Comparator.comparing(shard -> shard.peek().place);

  private final PriorityQueue<Shard> shards = new PriorityQueue<>(BY_NEXT);

  Queue(Records records, String scheme, int year) {
    for (int shard = 0; shard < Claims.SHARDS; shard++) {
      Shard next = new Shard(records, Claims.partition(scheme, year, shard));
      if (next.hasNext()) {
        shards.add(next);
      }
    }
  }

  /**
   * A claim in its queue.
   *
   * @param claim as it is stored
   * @param place its place
   * @param marks what single bodies said of it
   * @param sort its sort key, behind which the marks stand
   */
  record Entry(Claim claim, Place place, List<StoredMark> marks, String sort) {
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
    return !shards.isEmpty();
  }

  @Override
  public Entry next() {
    Shard first = shards.poll();
    if (first == null) {
      throw new NoSuchElementException("the queue has no more claims");
    }
    Entry entry = first.next();
    if (first.hasNext()) {
      shards.add(first);
    }
    return entry;
  }

  /** One partition of the queue. */
  private static final class Shard {
    private final Records records;
    private final Deque<Entry> ready = new ArrayDeque<>();
    private RecordQuery query;
    private RecordPage page;
    private int at;

    Shard(Records records, String partition) {
      this.records = records;
      query = RecordQuery.all(Table.CLAIMS, partition);
      page = records.page(query);
      fill();
    }

    boolean hasNext() {
      return !ready.isEmpty();
    }

    Entry peek() {
      return ready.getFirst();
    }

    Entry next() {
      Entry entry = ready.removeFirst();
      if (ready.isEmpty()) {
        fill();
      }
      return entry;
    }

    private void fill() {
      StoredRecord first = record();
      if (first == null) {
        return;
      }
      String tied = first.key().sort().substring(0, TIED);
      Map<String, Building> group = new LinkedHashMap<>();
      for (StoredRecord next = first; next != null; next = record()) {
        if (!next.key().sort().startsWith(tied)) {
          break;
        }
        take(group, next);
        at++;
      }
      group.values().stream()
          .map(Building::entry)
          .sorted(Comparator.comparing(Entry::place))
          .forEach(ready::add);
    }

    private static void take(Map<String, Building> group, StoredRecord record) {
      String sort = record.key().sort();
      if (!ClaimReview.isMark(record)) {
        group.put(sort, new Building(Claims.CLAIM.read(record).value(), sort, new ArrayList<>()));
        return;
      }
      Building claim = group.get(ClaimReview.claimSort(record));
      if (claim == null) {
        throw new PermanentFault("A mark stands behind no claim: " + record.key());
      }
      claim.marks.add(
          new StoredMark(Claims.MARK.read(record).value(), sort.substring(claim.sort.length())));
    }

    /** The record to take next; null when the partition is at its end. */
    private @Nullable StoredRecord record() {
      while (at == page.records().size()) {
        if (page.next() == null) {
          return null;
        }
        query = query.after(page.next());
        page = records.page(query);
        at = 0;
      }
      return page.records().get(at);
    }
  }

  private record Building(Claim claim, String sort, List<StoredMark> marks) {
    Entry entry() {
      return new Entry(claim, place(claim), marks, sort);
    }
  }
}
