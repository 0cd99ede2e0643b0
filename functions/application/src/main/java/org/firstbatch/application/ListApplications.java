package org.firstbatch.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstbatch.casework.file.ApplicationRows;
import org.firstbatch.casework.file.ApplicationRows.Row;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.calendar.Shanghai;
import org.jspecify.annotations.Nullable;

/**
 * Lists of applications, by due day: everything a person may see, or of their organisation's turn
 * what is theirs, nobody's, or overdue; each by status. Read from the rows alone, strongly
 * consistent.
 */
final class ListApplications {

  /** At most so many rows are read for one page; it may be shorter than asked for then. */
  private static final int MOST_READ = 2_000;

  private static final int MOST_PAGE = 500;

  private final Records records;

  ListApplications(Records records) {
    this.records = records;
  }

  /** What of an organisation's turn is asked for. */
  enum View {
    MINE,
    UNASSIGNED,
    OVERDUE
  }

  /**
   * What is asked for.
   *
   * @param view null for everything that the caller may see
   * @param status null for every status
   */
  private record Asked(@Nullable View view, @Nullable State status, Format format, Paging paging) {}

  /** How a list is answered. */
  enum Format {
    JSON,
    CSV
  }

  Outcome<Reply> list(Call call) {
    return asked(call).map(asked -> list(call, asked));
  }

  private static Outcome<Asked> asked(Call call) {
    return choice(call, "view", View.values(), ListApplications::word)
        .then(
            view ->
                choice(call, "status", State.values(), State::name)
                    .then(status -> asked(call, view.orElse(null), status.orElse(null))));
  }

  private static Outcome<Asked> asked(Call call, @Nullable View view, @Nullable State status) {
    return choice(call, "format", Format.values(), ListApplications::word)
        .map(format -> format.orElse(Format.JSON))
        .then(
            format ->
                Paging.of(call)
                    .map(
                        paging ->
                            new Asked(
                                view,
                                status,
                                format,
                                format == Format.CSV
                                    ? new Paging(MOST_READ, paging.after())
                                    : paging)));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E> Outcome<Optional<E>> choice(
      Call call, String name, E[] values, Function<E, String> label) {
    Optional<String> text = call.query(name);
    Optional<E> value =
        text.flatMap(
            wanted ->
                Arrays.stream(values).filter(each -> label.apply(each).equals(wanted)).findFirst());
    List<String> labels = Arrays.stream(values).map(label).toList();
    return text.isPresent() && value.isEmpty()
        ? Outcome.refused(
            Problem.invalid("?" + name, "应为以下之一：" + labels, "must be one of " + labels))
        : Outcome.done(value);
  }

  private Reply list(Call call, Asked asked) {
    List<ListItem> items = new ArrayList<>();
    String next = asked.paging().after();
    boolean isMore = true;
    for (int read = 0; isMore && items.size() < asked.paging().limit() && read < MOST_READ; ) {
      int room = asked.paging().limit() - items.size();
      RecordPage page = records.page(query(call, asked).after(next).limit(MOST_PAGE));
      List<ListItem> fitting = fitting(call, asked, page.records());
      items.addAll(fitting.subList(0, Math.min(room, fitting.size())));
      boolean isFull = fitting.size() > room;
      isMore = isFull || (page.next() != null && !isPast(call, asked, page.records()));
      next = isFull ? items.getLast().sort() : page.next();
      read += MOST_PAGE;
    }
    return answer(call, asked, items, isMore ? next : null);
  }

  /** A file has up to {@value #MOST_READ} rows; where it goes on a header says how to ask. */
  private static Reply answer(Call call, Asked asked, List<ListItem> items, @Nullable String next) {
    if (asked.format() == Format.JSON) {
      return Reply.ok(Paging.body(items.stream().map(item -> item.view(call)).toList(), next));
    }
    Reply file = Reply.csv("applications.csv", ListItem.csv(call, items));
    return next == null ? file : file.header("firstbatch-next", Paging.cursor(next));
  }

  private static RecordQuery query(Call call, Asked asked) {
    String scheme = call.scheme();
    String partition =
        asked.view() != null
            ? ApplicationRows.turnPartition(scheme, call.organisation())
            : everything(call, scheme);
    return RecordQuery.all(Table.APPLICATIONS, partition);
  }

  private static String everything(Call call, String scheme) {
    Role role = call.as().role();
    return role == Role.COMMISSION || role == Role.AUDITOR
        ? ApplicationRows.allPartition(scheme)
        : ApplicationRows.ofPartition(scheme, role.label(), call.organisation());
  }

  private List<ListItem> fitting(Call call, Asked asked, List<StoredRecord> found) {
    List<Stored<Row>> rows = found.stream().map(ApplicationRows.ROW::read).toList();
    Set<String> published = published(call, rows);
    return rows.stream()
        .filter(row -> call.as().role() != Role.COMMISSION || row.value().submittedAt() != null)
        .map(
            row -> new ListItem(row.value(), state(call, row.value(), published), row.key().sort()))
        .filter(item -> fits(call, asked, item))
        .toList();
  }

  private static State state(Call call, Row row, Set<String> published) {
    return row.list() != null && published.contains(row.list())
        ? State.CERTIFIED
        : row.stateOn(Shanghai.dayOf(call.at()));
  }

  /** Those of the lists named by rows that are published. */
  private Set<String> published(Call call, List<Stored<Row>> rows) {
    Set<RecordKey> keys =
        rows.stream()
            .map(row -> row.value().list())
            .filter(Objects::nonNull)
            .map(list -> Certificates.listKey(call.scheme(), list))
            .collect(Collectors.toSet());
    return keys.isEmpty()
        ? Set.of()
        : records.findAll(keys).values().stream()
            .map(record -> Certificates.LIST.read(record).value())
            .filter(Certificates.PublishedList::isPublished)
            .map(Certificates.PublishedList::documentNumber)
            .collect(Collectors.toSet());
  }

  private static boolean fits(Call call, Asked asked, ListItem item) {
    boolean hasStatus = asked.status() == null || asked.status() == item.state();
    return hasStatus && (asked.view() == null || isOfTurn(call, asked.view(), item));
  }

  private static boolean isOfTurn(Call call, View view, ListItem item) {
    String handler = item.row().turn().handler();
    boolean isOver = item.state() == State.LAPSED || item.row().list() != null;
    return !isOver
        && switch (view) {
          case MINE -> call.actor().person().equals(handler);
          case UNASSIGNED -> handler == null;
          case OVERDUE -> Answers.isOverdue(item.row().turn().due(), call.at());
        };
  }

  /** Rows are sorted by due day, so nothing overdue comes behind one that is not. */
  private static boolean isPast(Call call, Asked asked, List<StoredRecord> read) {
    if (asked.view() != View.OVERDUE || read.isEmpty()) {
      return false;
    }
    LocalDate due = ApplicationRows.ROW.read(read.getLast()).value().turn().due();
    return !Answers.isOverdue(due, call.at());
  }
}
