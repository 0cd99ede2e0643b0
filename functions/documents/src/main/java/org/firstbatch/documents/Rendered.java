package org.firstbatch.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;

/**
 * A PDF that was made and is kept.
 *
 * @param of what it shows: {@code certificate}, {@code plan} or {@code receipt}
 * @param subject which one
 * @param version 1 unless it is a later version of a certificate
 * @param bucket where it is kept
 * @param path its key there
 * @param sha256 of its bytes, in hexadecimal
 * @param length of it, in bytes
 * @param organisations who may read it; empty where everybody may
 * @param at the instant of the act that it shows
 */
record Rendered(
    String of,
    String subject,
    int version,
    Bucket bucket,
    String path,
    String sha256,
    long length,
    List<String> organisations,
    Instant at) {

  static final Kind<Rendered> KIND = Kind.of("rendered", Rendered.class);
  static final String CERTIFICATE = "certificate";
  static final String PLAN = "plan";
  static final String RECEIPT = "receipt";

  private static final String PREFIX = "version!";

  Rendered {
    organisations = List.copyOf(organisations);
  }

  ObjectKey object() {
    return new ObjectKey(bucket, path);
  }

  static RecordKey key(String scheme, String of, String subject, int version) {
    return new RecordKey(
        Table.DOCUMENTS,
        RecordKey.join(scheme, of, subject),
        RecordKey.join("version", "%06d".formatted(version)));
  }

  /** The versions of a subject, by number. */
  static Map<Integer, Rendered> all(Records records, String scheme, String of, String subject) {
    Map<Integer, Rendered> all = new TreeMap<>();
    records.forEach(
        RecordQuery.prefixed(Table.DOCUMENTS, RecordKey.join(scheme, of, subject), PREFIX),
        record -> {
          Rendered rendered = KIND.read(record).value();
          all.put(rendered.version(), rendered);
        });
    return all;
  }
}
