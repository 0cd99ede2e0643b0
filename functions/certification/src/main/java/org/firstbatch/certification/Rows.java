package org.firstbatch.certification;

import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.Names;

/**
 * The rows by which the register is searched. They are written with their certificate and, like it,
 * count only once its list is published.
 */
final class Rows {

  static final Kind<Row> KIND = Kind.of("certificate-row", Row.class);

  private Rows() {}

  /**
   * @param number the certificate
   * @param list the document number of its list
   */
  record Row(String number, String list) {
    static Row of(Registered registered) {
      return new Row(registered.certificate().number(), registered.list());
    }
  }

  static String enterprisePartition(String scheme, String creditCode) {
    return RecordKey.join(scheme, "enterprise", creditCode);
  }

  static String namesPartition(String scheme) {
    return RecordKey.join(scheme, "names");
  }

  static String listPartition(String scheme, String documentNumber) {
    return RecordKey.join(scheme, "list", documentNumber);
  }

  static RecordKey byEnterprise(String scheme, Registered registered) {
    String code = registered.certificate().enterprise().value();
    return key(enterprisePartition(scheme, code), registered.certificate().number());
  }

  static RecordKey byName(String scheme, Registered registered) {
    return key(
        namesPartition(scheme),
        RecordKey.join(Names.key(registered.enterpriseName()), registered.certificate().number()));
  }

  static RecordKey byList(String scheme, Registered registered) {
    return key(
        listPartition(scheme, registered.list()),
        RecordKey.join("certificate", registered.certificate().number()));
  }

  private static RecordKey key(String partition, String sort) {
    return new RecordKey(Table.CERTIFICATES, partition, sort);
  }
}
