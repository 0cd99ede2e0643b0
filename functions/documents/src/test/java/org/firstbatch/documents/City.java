package org.firstbatch.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.firstbatch.casework.act.ShippedSchemes;
import org.firstbatch.casework.fake.InMemoryObjects;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.file.Certificates.Row;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.documents.pdf.Typeface;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;
import org.firstbatch.measures.scheme.ProductClass;

/** A register with lists in it, and what is made of it. */
final class City {

  static final String SCHEME = "dalian";
  static final Website WEBSITE = new Website("https://www.firstbatch.example/", "");

  /** Read once: it takes a while. */
  private static final Typeface TYPEFACE = new Typeface();

  final InMemoryRecords records;
  final InMemoryObjects objects;

  City() {
    this(new InMemoryRecords(), new InMemoryObjects());
  }

  City(InMemoryRecords records, InMemoryObjects objects) {
    this.records = records;
    this.objects = objects;
  }

  static Render render(Records records, ObjectStore objects) {
    return new Render(records, objects, new ShippedSchemes(), WEBSITE, TYPEFACE);
  }

  /** Hears an entry as the function does. */
  City hear(JournalEntry entry) {
    render(records, objects).hear(entry);
    return this;
  }

  static String code(int number) {
    String body = "91210200%09d".formatted(number);
    return body + CreditCode.checkCharacter(body);
  }

  static Registered certificate(String list, String number, int enterprise, String name) {
    LocalDate published = LocalDate.of(2026, 1, 5);
    return Registered.imported(
        new Certificate(
            number,
            new CreditCode(code(enterprise)),
            ProductClass.ORDINARY,
            "五轴立式加工中心",
            "VMC-850U/" + enterprise,
            published,
            published.plusYears(1),
            null),
        name,
        list);
  }

  /** A list of so many certificates, each of an enterprise of its own. */
  static List<Registered> many(String list, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> certificate(list, "DL-2026-%05d".formatted(i), i, "大连第" + i + "机床有限公司"))
        .toList();
  }

  /** Puts a published list into the register. */
  JournalEntry publish(String list, List<Registered> certificates) {
    Instant at = Instant.parse("2026-01-06T01:00:00Z");
    put(
        Certificates.LIST,
        Certificates.listKey(SCHEME, list),
        new PublishedList(list, certificates.size(), "0".repeat(64), at));
    certificates.forEach(this::put);
    return entry(
        "certificates.imported",
        "certificate-list",
        list,
        at,
        Map.of("count", certificates.size(), "published", "2026-01-05"));
  }

  private void put(Registered registered) {
    String number = registered.certificate().number();
    put(Certificates.CERTIFICATE, Certificates.key(SCHEME, number), registered);
    put(
        Certificates.ROW,
        new RecordKey(
            Table.CERTIFICATES,
            Certificates.listPartition(SCHEME, registered.list()),
            RecordKey.join("certificate", number)),
        Row.of(registered));
    put(
        Certificates.ROW,
        new RecordKey(
            Table.CERTIFICATES,
            Certificates.enterprisePartition(SCHEME, registered.certificate().enterprise().value()),
            number),
        Row.of(registered));
  }

  <T> void put(Kind<T> kind, RecordKey key, T value) {
    records.putAll(
        List.of(
            StoredRecord.first(
                key,
                kind.schema(),
                "1",
                Instant.parse("2026-01-06T01:00:00Z"),
                Json.write(value))));
  }

  /** Corrects what a product is called. */
  JournalEntry correct(String number, String product, String ground) {
    Registered old = find(number);
    Certificate was = old.certificate();
    List<Correction> corrections = new ArrayList<>(old.corrections());
    Instant at = Instant.parse("2026-03-02T02:00:00Z").plusSeconds(corrections.size());
    corrections.add(
        new Correction(at, ground, List.of(new Difference("product", was.product(), product))));
    put(
        new Registered(
            new Certificate(
                number,
                was.enterprise(),
                was.productClass(),
                product,
                was.specification(),
                was.published(),
                was.lastDay(),
                was.revocation()),
            old.enterpriseName(),
            old.list(),
            old.application(),
            corrections));
    return entry("certificate.corrected", "certificate", number, at, Map.of());
  }

  JournalEntry revoke(String number, boolean falseMaterial) {
    Registered old = find(number);
    Certificate was = old.certificate();
    Instant at = Instant.parse("2026-05-06T02:00:00Z");
    put(
        new Registered(
            new Certificate(
                number,
                was.enterprise(),
                was.productClass(),
                was.product(),
                was.specification(),
                was.published(),
                was.lastDay(),
                new Revocation(
                    Shanghai.dayOf(at), falseMaterial, Text.of("检测报告系伪造", "forged report"))),
            old.enterpriseName(),
            old.list(),
            old.application(),
            old.corrections()));
    return entry("certificate.revoked", "certificate", number, at, Map.of());
  }

  private Registered find(String number) {
    return Certificates.CERTIFICATE
        .read(records.find(Certificates.key(SCHEME, number)).orElseThrow())
        .value();
  }

  static JournalEntry entry(
      String type, String kind, String subject, Instant at, Map<String, ?> facts) {
    return new JournalEntry(
        SCHEME,
        kind,
        subject,
        1,
        type,
        1,
        at,
        "commission-1",
        "commission",
        "commission",
        "SIGNER",
        List.of("commission", code(1)),
        null,
        Json.mapper().valueToTree(facts),
        "request-1",
        "");
  }

  /** The bytes of a file of the website. */
  byte[] file(String path) {
    byte[] bytes = objects.list(Bucket.WEBSITE).get(SCHEME + "/" + path);
    if (bytes == null) {
      throw new AssertionError("no " + path + " among " + objects.list(Bucket.WEBSITE).keySet());
    }
    return bytes;
  }

  String page(String path) {
    return new String(file(path), StandardCharsets.UTF_8);
  }
}
