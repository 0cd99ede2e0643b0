package org.firstbatch.certification;

import java.util.List;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.Names;

/**
 * The rows by which the register is searched. They are written with their certificate and, like it,
 * count only once its list is published.
 */
final class Rows {

  private Rows() {}

  static String namesPartition(String scheme) {
    return RecordKey.join(scheme, "names");
  }

  static RecordKey byEnterprise(String scheme, Registered registered) {
    String code = registered.certificate().enterprise().value();
    return key(Certificates.enterprisePartition(scheme, code), registered.certificate().number());
  }

  static RecordKey byName(String scheme, Registered registered) {
    return key(
        namesPartition(scheme),
        RecordKey.join(Names.key(registered.enterpriseName()), registered.certificate().number()));
  }

  static RecordKey byList(String scheme, Registered registered) {
    return key(
        Certificates.listPartition(scheme, registered.list()),
        RecordKey.join("certificate", registered.certificate().number()));
  }

  /** All three rows of a certificate. */
  static List<RecordKey> keys(String scheme, Registered registered) {
    return List.of(
        byEnterprise(scheme, registered), byName(scheme, registered), byList(scheme, registered));
  }

  private static RecordKey key(String partition, String sort) {
    return new RecordKey(Table.CERTIFICATES, partition, sort);
  }
}
