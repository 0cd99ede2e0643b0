package org.firstbatch.certification;

import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;

/**
 * Why a certificate was given although the evaluator did not recommend it (第十条), kept beside the
 * list; shown to the Commission and to auditors.
 *
 * @param certificate its number
 * @param application its application
 * @param ground why
 */
record Departure(String certificate, String application, String ground) {

  static final Kind<Departure> KIND = Kind.of("certificate-departure", Departure.class);

  static final String PREFIX = "departure!";

  static RecordKey key(String scheme, String documentNumber, String number) {
    return new RecordKey(
        Table.CERTIFICATES,
        Certificates.listPartition(scheme, documentNumber),
        RecordKey.join("departure", number));
  }
}
