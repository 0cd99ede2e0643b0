package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.certification.ImportList.Import;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
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
    return find(call, number).map(found -> view(found, today(call))).stream().toList();
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
    Set<String> published = published(call.scheme(), all);
    List<Map<String, Object>> items = new ArrayList<>();
    for (Registered registered : all) {
      if (published.contains(registered.list())) {
        items.add(view(registered, today(call)));
      }
    }
    return items;
  }

  private Set<String> published(String scheme, List<Registered> all) {
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

  Outcome<Reply> show(Call call) {
    return find(call, RowReader.plain(call.path("certificate")))
        .map(found -> Outcome.done(Reply.ok(view(found, today(call)))))
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private Optional<Registered> find(Call call, String number) {
    return records
        .find(Certificates.key(call.scheme(), number))
        .map(record -> Certificates.CERTIFICATE.read(record).value())
        .filter(found -> !published(call.scheme(), List.of(found)).isEmpty());
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
                      .map(list -> view(list, publishedOn(call.scheme(), list)))
                      .toList();
              return Reply.ok(Paging.body(items, page.next()));
            });
  }

  /** A list and, page after page, its certificates. */
  Outcome<Reply> list(Call call) {
    Optional<PublishedList> list =
        records
            .find(Certificates.listKey(call.scheme(), call.path("list")))
            .map(record -> Certificates.LIST.read(record).value())
            .filter(PublishedList::isPublished);
    if (list.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    RecordQuery certificates = Certificates.rowsOfList(call.scheme(), list.get().documentNumber());
    return Paging.of(call)
        .map(
            paging -> {
              Map<String, Object> view = view(list.get(), publishedOn(call.scheme(), list.get()));
              Reply page = page(call, paging.of(certificates));
              return page.body() instanceof Map<?, ?> body ? merged(view, body) : page;
            });
  }

  private static Reply merged(Map<String, Object> view, Map<?, ?> page) {
    page.forEach((name, value) -> view.put(String.valueOf(name), value));
    return Reply.ok(view);
  }

  private LocalDate publishedOn(String scheme, PublishedList list) {
    return records
        .find(Import.key(scheme, list.documentNumber()))
        .map(record -> Import.KIND.read(record).value().published())
        .orElseGet(() -> Shanghai.dayOf(Objects.requireNonNull(list.publishedAt(), "published")));
  }

  static Map<String, Object> view(PublishedList list, LocalDate published) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("documentNumber", list.documentNumber());
    view.put("published", published);
    view.put("count", list.count());
    view.put("digest", list.digest());
    if (list.publishedAt() != null) {
      view.put("publishedAt", list.publishedAt());
    }
    return view;
  }

  private static LocalDate today(Call call) {
    return Shanghai.dayOf(call.at());
  }

  private static Map<String, Object> view(Registered registered, LocalDate today) {
    Certificate certificate = registered.certificate();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", certificate.number());
    view.put("enterprise", certificate.enterprise());
    view.put("enterpriseName", registered.enterpriseName());
    view.put("product", certificate.product());
    view.put("specification", certificate.specification());
    view.put("productClass", certificate.productClass().label());
    view.put("published", certificate.published());
    view.put("lastDay", certificate.lastDay());
    view.put("state", state(certificate, today));
    view.put("list", registered.list());
    if (certificate.revocation() != null) {
      view.put("revocation", certificate.revocation());
    }
    return view;
  }

  private static String state(Certificate certificate, LocalDate today) {
    if (today.isAfter(certificate.lastDay())) {
      return "EXPIRED";
    }
    return certificate.revocation() != null && today.isAfter(certificate.lastEffectiveDay())
        ? "REVOKED"
        : "VALID";
  }
}
