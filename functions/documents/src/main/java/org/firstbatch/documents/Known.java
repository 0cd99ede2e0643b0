package org.firstbatch.documents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.documents.site.ListRow;
import org.firstbatch.documents.site.NamedEnterprise;
import org.firstbatch.measures.identity.Names;

/**
 * What the site has pages of: lists by day, enterprises by name, and which number or credit code
 * has a page. Rows follow from the register, so writing one twice changes nothing.
 */
final class Known {

  private static final Kind<ListRow> LIST = Kind.of("site-list", ListRow.class);
  private static final Kind<NamedEnterprise> NAME = Kind.of("site-name", NamedEnterprise.class);
  private static final Kind<PagePath> PAGE = Kind.of("site-page", PagePath.class);

  private final Records records;
  private final Editions editions;

  /** Where something has its page. */
  private record PagePath(String path) {}

  Known(Records records, Editions editions) {
    this.records = records;
    this.editions = editions;
  }

  void list(String scheme, Instant at, ListRow list) {
    String sort = RecordKey.join(list.published().toString(), list.documentNumber());
    put(scheme, at, LIST, new RecordKey(Table.DOCUMENTS, lists(scheme), sort), list);
  }

  /** All published lists, newest first. */
  List<ListRow> newestFirst(String scheme) {
    List<ListRow> all = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.DOCUMENTS, lists(scheme)).backward(),
        record -> all.add(LIST.read(record).value()));
    return all;
  }

  void name(String scheme, Instant at, String name, String creditCode) {
    String key = Names.key(name);
    put(
        scheme,
        at,
        NAME,
        new RecordKey(Table.DOCUMENTS, names(scheme), RecordKey.join(key, creditCode)),
        new NamedEnterprise(key, name, creditCode));
  }

  /** All enterprises that have a page, by name. */
  List<NamedEnterprise> byName(String scheme) {
    List<NamedEnterprise> all = new ArrayList<>();
    records.forEach(
        RecordQuery.all(Table.DOCUMENTS, names(scheme)),
        record -> all.add(NAME.read(record).value()));
    return all;
  }

  /** Up to some of the names that begin with a searched name. */
  List<NamedEnterprise> namesUnder(String scheme, String prefix, int most) {
    RecordQuery query =
        RecordQuery.prefixed(Table.DOCUMENTS, names(scheme), RecordKey.join(prefix)).limit(most);
    return records.page(query).records().stream().map(r -> NAME.read(r).value()).toList();
  }

  void page(String scheme, Instant at, String of, String subject, String path) {
    put(scheme, at, PAGE, pageKey(scheme, of, subject), new PagePath(path));
  }

  boolean hasPage(String scheme, String of, String subject) {
    return records.find(pageKey(scheme, of, subject)).isPresent();
  }

  private static RecordKey pageKey(String scheme, String of, String subject) {
    return new RecordKey(Table.DOCUMENTS, RecordKey.join(scheme, of, subject), "page");
  }

  private static String lists(String scheme) {
    return RecordKey.join(scheme, "lists");
  }

  private static String names(String scheme) {
    return RecordKey.join(scheme, "names");
  }

  private <T> void put(String scheme, Instant at, Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(
            StoredRecord.first(
                key, kind.schema(), editions.at(scheme, at), at, Json.write(value))));
  }
}
