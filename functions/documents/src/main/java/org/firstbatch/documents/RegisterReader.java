package org.firstbatch.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;

/** Reads the register of certificates: only what published lists hold. */
final class RegisterReader {

  /** How many certificates are read and worked on at a time. */
  private static final int PORTION = 100;

  private final Records records;
  private final String scheme;

  RegisterReader(Records records, String scheme) {
    this.records = records;
    this.scheme = scheme;
  }

  Optional<PublishedList> findList(String documentNumber) {
    return records
        .find(Certificates.listKey(scheme, documentNumber))
        .map(record -> Certificates.LIST.read(record).value())
        .filter(PublishedList::isPublished);
  }

  Optional<Registered> find(String number) {
    return records
        .find(Certificates.key(scheme, number))
        .map(record -> Certificates.CERTIFICATE.read(record).value());
  }

  /** A list's certificates, by number, a portion at a time. */
  void eachPortion(String documentNumber, Consumer<List<Registered>> consumer) {
    RecordQuery query = Certificates.rowsOfList(scheme, documentNumber).limit(PORTION);
    RecordPage page = records.page(query);
    consumer.accept(registered(numbers(page)));
    while (page.next() != null) {
      page = records.page(query.after(page.next()));
      consumer.accept(registered(numbers(page)));
    }
  }

  List<Registered> ofList(String documentNumber) {
    List<Registered> all = new ArrayList<>();
    eachPortion(documentNumber, all::addAll);
    return all;
  }

  /** The first certificates of a list. */
  List<Registered> ofList(String documentNumber, int most) {
    return registered(
        numbers(records.page(Certificates.rowsOfList(scheme, documentNumber).limit(most))));
  }

  /** An enterprise's certificates of published lists, by number. */
  List<Registered> ofEnterprise(String creditCode) {
    List<String> numbers = new ArrayList<>();
    records.forEach(
        Certificates.rowsOfEnterprise(scheme, creditCode),
        record -> numbers.add(Certificates.ROW.read(record).value().number()));
    List<Registered> all = registered(numbers);
    Set<String> published = new HashSet<>();
    for (String list : new HashSet<>(all.stream().map(Registered::list).toList())) {
      findList(list).ifPresent(found -> published.add(found.documentNumber()));
    }
    return all.stream()
        .filter(each -> published.contains(each.list()))
        .filter(each -> each.certificate().enterprise().value().equals(creditCode))
        .toList();
  }

  private static List<String> numbers(RecordPage page) {
    return page.records().stream()
        .map(record -> Certificates.ROW.read(record).value().number())
        .toList();
  }

  List<Registered> registered(Collection<String> numbers) {
    List<RecordKey> keys =
        numbers.stream().map(number -> Certificates.key(scheme, number)).toList();
    Map<RecordKey, StoredRecord> found = records.findAll(keys);
    return keys.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(record -> Certificates.CERTIFICATE.read(record).value())
        .toList();
  }
}
