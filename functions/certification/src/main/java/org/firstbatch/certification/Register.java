package org.firstbatch.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.certification.ImportList.Import;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.identity.Names;

/** 第十条: the public register; a certificate is in it once its list is published. */
final class Register {

  private final Records records;

  Register(Records records) {
    this.records = records;
  }

  /** By number, by credit code, by the beginning of the enterprise's name, or all by name. */
  Outcome<Reply> search(Call call) {
    Optional<String> number = call.query("number").map(RowReader::plain);
    Optional<String> code = call.query("creditCode").map(Names::key);
    Optional<String> prefix = call.query("namePrefix");
    if (List.of(number, code, prefix).stream().filter(Optional::isPresent).count() > 1) {
      return Outcome.refused(
          Problem.invalid(
              "?number",
              "number、creditCode、namePrefix 只能用其一",
              "use one of number, creditCode, namePrefix"));
    }
    Optional<Text> fault = code.flatMap(CreditCode::findMalformation);
    if (fault.isPresent()) {
      return Outcome.refused(Problem.invalid("?creditCode", fault.get()));
    }
    if (number.isPresent()) {
      return Outcome.done(Reply.ok(Paging.body(byNumber(call, number.get()), null)));
    }
    RecordQuery query =
        code.isPresent()
            ? Certificates.rowsOfEnterprise(call.scheme(), code.get())
            : byName(call, prefix.orElse(""));
    return Paging.of(call).map(paging -> page(call, paging.of(query)));
  }

  private static RecordQuery byName(Call call, String prefix) {
    String key = prefix.isEmpty() ? "" : RecordKey.join(Names.key(prefix));
    return RecordQuery.prefixed(Table.CERTIFICATES, Rows.namesPartition(call.scheme()), key);
  }

  private List<Map<String, Object>> byNumber(Call call, String number) {
    return find(records, call.scheme(), number)
        .map(found -> CertificateViews.of(found.value(), today(call)))
        .stream()
        .toList();
  }

  private Reply page(Call call, RecordQuery query) {
    RecordPage page = records.page(query);
    List<RecordKey> keys =
        page.records().stream()
            .map(record -> Certificates.ROW.read(record).value())
            .map(row -> Certificates.key(call.scheme(), row.number()))
            .toList();
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    List<Registered> registered =
        keys.stream()
            .map(found::get)
            .filter(Objects::nonNull)
            .map(record -> Certificates.CERTIFICATE.read(record).value())
            .toList();
    return Reply.ok(Paging.body(visible(call, registered), page.next()));
  }

  private List<Map<String, Object>> visible(Call call, List<Registered> all) {
    Set<String> published = published(records, call.scheme(), all);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Registered registered : all) {
      if (published.contains(registered.list())) {
        items.add(CertificateViews.of(registered, today(call)));
      }
    }
    return items;
  }

  private static Set<String> published(Records records, String scheme, List<Registered> all) {
    List<RecordKey> keys =
        all.stream()
            .map(Registered::list)
            .distinct()
            .map(list -> Certificates.listKey(scheme, list))
            .toList();
    Set<String> published = new HashSet<>();
    for (StoredRecord record : records.findAll(keys).values()) {
      PublishedList list = Certificates.LIST.read(record).value();
      if (list.isPublished()) {
        published.add(list.documentNumber());
      }
    }
    return published;
  }

  /** A certificate as it stands, with what was corrected and whether it was revoked. */
  Outcome<Reply> show(Call call) {
    return find(call)
        .map(
            stored -> Reply.ok(CertificateViews.whole(stored.value(), today(call))).tagged(stored));
  }

  /** Every version of a certificate: as it was published, then after each correction. */
  Outcome<Reply> versions(Call call) {
    return find(call)
        .map(
            stored ->
                Reply.ok(CertificateViews.versions(stored.value(), today(call))).tagged(stored));
  }

  private Outcome<Stored<Registered>> find(Call call) {
    return find(records, call.scheme(), RowReader.plain(call.path("certificate")))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  /** A certificate whose list is published. */
  static Optional<Stored<Registered>> find(Records records, String scheme, String number) {
    return records
        .find(Certificates.key(scheme, number))
        .map(Certificates.CERTIFICATE::read)
        .filter(found -> !published(records, scheme, List.of(found.value())).isEmpty());
  }

  /** The published lists, by document number. */
  Outcome<Reply> lists(Call call) {
    RecordQuery all = RecordQuery.all(Table.CERTIFICATES, RecordKey.join(call.scheme(), "lists"));
    return Paging.of(call)
        .map(
            paging -> {
              RecordPage page = records.page(paging.of(all));
              List<Map<String, Object>> items =
                  page.records().stream()
                      .map(record -> Certificates.LIST.read(record).value())
                      .filter(PublishedList::isPublished)
                      .map(list -> view(call.scheme(), list))
                      .toList();
              return Reply.ok(Paging.body(items, page.next()));
            });
  }

  /** A list and, page after page, its certificates. */
  Outcome<Reply> list(Call call) {
    Optional<PublishedList> list =
        records
            .find(Certificates.listKey(call.scheme(), RowReader.plain(call.path("list"))))
            .map(record -> Certificates.LIST.read(record).value())
            .filter(PublishedList::isPublished);
    if (list.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    RecordQuery certificates = Certificates.rowsOfList(call.scheme(), list.get().documentNumber());
    return Paging.of(call)
        .map(
            paging -> {
              Map<String, Object> view = view(call.scheme(), list.get());
              Reply page = page(call, paging.of(certificates));
              return page.body() instanceof Map<?, ?> body ? merged(view, body) : page;
            });
  }

  private static Reply merged(Map<String, Object> view, Map<?, ?> page) {
    page.forEach((name, value) -> view.put(String.valueOf(name), value));
    return Reply.ok(view);
  }

  private Map<String, Object> view(String scheme, PublishedList list) {
    return records
        .find(Import.key(scheme, list.documentNumber()))
        .map(record -> Import.KIND.read(record).value().published())
        .map(published -> ListViews.of(list, published, ListViews.Kind.IMPORTED))
        .orElseGet(
            () -> {
              Instant at = Objects.requireNonNull(list.publishedAt(), "published");
              return ListViews.of(list, Shanghai.dayOf(at), ListViews.Kind.PUBLISHED);
            });
  }

  private static LocalDate today(Call call) {
    return Shanghai.dayOf(call.at());
  }
}
