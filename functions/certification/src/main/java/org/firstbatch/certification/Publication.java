package org.firstbatch.certification;

import java.time.LocalDate;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * How far the publication of a list has come, kept beside the list. While it is WRITING, the
 * certificates are there and count for nothing.
 *
 * @param documentNumber the number of the document
 * @param digest the SHA-256 of what is published: the applications with their grounds
 * @param count how many certificates it has
 * @param state how far it has come
 * @param day the day of publication, from which its certificates are valid
 * @param person the signer who publishes
 * @param year the year in its certificates' numbers
 * @param first the first of the running numbers that it reserved
 * @param departures how many certificates depart from their assessment
 * @param receipt what the signer was handed; null before it is published
 */
record Publication(
    String documentNumber,
    String digest,
    int count,
    State state,
    LocalDate day,
    String person,
    int year,
    long first,
    int departures,
    @Nullable Receipt receipt) {

  static final Kind<Publication> KIND = Kind.of("certificate-publication", Publication.class);

  /** How far it has come. */
  enum State {
    WRITING,
    PUBLISHED,
    /** Being taken back; what it wrote is removed. */
    WITHDRAWING,
    WITHDRAWN
  }

  static RecordKey key(String scheme, String documentNumber) {
    return new RecordKey(
        Table.CERTIFICATES, Certificates.listPartition(scheme, documentNumber), "publication");
  }

  /** The same publication, gone on with by a signer on a day. */
  Publication takenOver(LocalDate today, String signer) {
    return with(State.WRITING, today, signer, null);
  }

  Publication numberedFrom(long number) {
    return new Publication(
        documentNumber, digest, count, state, day, person, year, number, departures, receipt);
  }

  Publication in(State next) {
    return with(next, day, person, receipt);
  }

  Publication published(Receipt handed) {
    return with(State.PUBLISHED, day, person, handed);
  }

  private Publication with(State state, LocalDate day, String person, @Nullable Receipt receipt) {
    return new Publication(
        documentNumber, digest, count, state, day, person, year, first, departures, receipt);
  }
}
