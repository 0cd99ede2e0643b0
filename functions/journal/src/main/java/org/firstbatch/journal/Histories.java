package org.firstbatch.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Journal;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Index;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/** The history of a record with its chain checked, and of a day. */
final class Histories {

  /** How many pages of an index one answer looks through for entries that may be seen. */
  private static final int MOST_PAGES = 20;

  private final Records records;

  Histories(Records records) {
    this.records = records;
  }

  /** The history of one record; the whole chain is checked whichever page is asked for. */
  Outcome<Reply> ofRecord(Call call) {
    Chain chain = Chain.read(records, call.scheme(), call.path("kind"), call.path("id"));
    Viewer viewer = Viewer.of(call.as());
    List<JournalEntry> visible = chain.entries().stream().filter(viewer::maySee).toList();
    if (visible.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    return Paging.of(call).map(paging -> page(chain, visible, viewer, paging));
  }

  private static Reply page(Chain chain, List<JournalEntry> visible, Viewer viewer, Paging paging) {
    Map<String, Object> body = paging.of(visible, Histories::sort, viewer::view);
    body.put("chain", chain.isIntact() ? "intact" : "broken");
    if (!chain.isIntact()) {
      body.put("brokenAt", chain.brokenAt());
    }
    return Reply.ok(body);
  }

  private static String sort(JournalEntry entry) {
    return "%012d".formatted(entry.sequence());
  }

  /** Everything of a day in Shanghai that the viewer may see. */
  Outcome<Reply> ofDay(Call call) {
    Viewer viewer = Viewer.of(call.as());
    try {
      LocalDate day = Shanghai.parseDay(call.path("day"));
      String partition = Journal.dayPartition(call.scheme(), day);
      return list(call, Index.JOURNAL_BY_DAY, partition, viewer::maySee, viewer::view);
    } catch (IllegalArgumentException _) {
      return Outcome.refused(
          Problem.invalid(
              "{day}",
              "没有这一天，路径中的日期应如 2026-02-24",
              "no such day; the day in the path is written like 2026-02-24"));
    }
  }

  /** Those entries of an index that may be seen, page after page. */
  Outcome<Reply> list(
      Call call,
      Index index,
      String partition,
      Predicate<JournalEntry> maySee,
      Function<JournalEntry, Map<String, Object>> view) {
    return Paging.of(call)
        .map(
            paging -> {
              List<Map<String, Object>> items = new ArrayList<>();
              String next = collect(index, partition, paging, maySee, view, items);
              return Reply.ok(Paging.body(items, next));
            });
  }

  private @Nullable String collect(
      Index index,
      String partition,
      Paging paging,
      Predicate<JournalEntry> maySee,
      Function<JournalEntry, Map<String, Object>> view,
      List<Map<String, Object>> items) {
    String after = paging.after();
    for (int pages = 0; pages < MOST_PAGES; pages++) {
      RecordQuery query =
          RecordQuery.all(Table.JOURNAL, partition)
              .after(after)
              .limit(paging.limit() - items.size());
      RecordPage page = records.page(index, query);
      for (StoredRecord record : page.records()) {
        JournalEntry entry = Journal.KIND.read(record).value();
        if (maySee.test(entry)) {
          items.add(view.apply(entry));
        }
      }
      after = page.next();
      if (after == null || items.size() == paging.limit()) {
        return after;
      }
    }
    return after;
  }
}
