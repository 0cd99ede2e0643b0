package org.firstbatch.certification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.certification.Publication.State;

/** What the Commission and auditors see of publications, and the public does not. */
final class Unfinished {

  private final Records records;

  Unfinished(Records records) {
    this.records = records;
  }

  /** The publications that were begun and neither finished nor withdrawn. */
  Outcome<Reply> list(Call call) {
    return Paging.of(call).map(paging -> page(call, paging));
  }

  private Reply page(Call call, Paging paging) {
    RecordPage page =
        records.page(
            paging.of(RecordQuery.all(Table.CERTIFICATES, RecordKey.join(call.scheme(), "lists"))));
    List<RecordKey> keys =
        page.records().stream()
            .map(record -> Certificates.LIST.read(record).value())
            .filter(list -> !list.isPublished())
            .map(list -> Publication.key(call.scheme(), list.documentNumber()))
            .toList();
    List<Map<String, Object>> items =
        records.findAll(keys).values().stream()
            .map(record -> Publication.KIND.read(record).value())
            .filter(publication -> publication.state() != State.WITHDRAWN)
            .map(Unfinished::view)
            .toList();
    return Reply.ok(Paging.body(items, page.next()));
  }

  /** Where a list's certificates depart from their assessments, and why. */
  Outcome<Reply> departures(Call call) {
    Optional<Publication> publication =
        records
            .find(Publication.key(call.scheme(), RowReader.plain(call.path("list"))))
            .map(record -> Publication.KIND.read(record).value())
            .filter(found -> found.state() == State.PUBLISHED);
    if (publication.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    RecordQuery all =
        RecordQuery.prefixed(
            Table.CERTIFICATES,
            Certificates.listPartition(call.scheme(), publication.get().documentNumber()),
            Departure.PREFIX);
    return Paging.of(call)
        .map(
            paging -> {
              RecordPage page = records.page(paging.of(all));
              List<Departure> items =
                  page.records().stream()
                      .map(record -> Departure.KIND.read(record).value())
                      .toList();
              return Reply.ok(Paging.body(items, page.next()));
            });
  }

  static Map<String, Object> view(Publication publication) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("documentNumber", publication.documentNumber());
    view.put("state", publication.state());
    view.put("count", publication.count());
    view.put("digest", publication.digest());
    view.put("day", publication.day());
    view.put("person", publication.person());
    return view;
  }
}
