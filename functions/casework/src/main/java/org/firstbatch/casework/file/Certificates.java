package org.firstbatch.casework.file;

import java.time.Instant;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.certification.Certificate;
import org.jspecify.annotations.Nullable;

/** The register of certificates (第十条), kept by the certification function. */
public final class Certificates {

  /** A certificate in the register. */
  public static final Kind<Registered> CERTIFICATE = Kind.of("certificate", Registered.class);

  /** A published list. */
  public static final Kind<PublishedList> LIST = Kind.of("certificate-list", PublishedList.class);

  private Certificates() {}

  /**
   * A certificate and the list that published it; it counts only once that list is published.
   *
   * @param certificate as the rules see it
   * @param enterpriseName the enterprise's name on the day of publication
   * @param list the document number of its list
   */
  public record Registered(Certificate certificate, String enterpriseName, String list) {}

  /**
   * A list of certificates, published whole.
   *
   * @param documentNumber the number of the published document
   * @param count how many certificates it has
   * @param digest the SHA-256 of the imported file, in hexadecimal
   * @param publishedAt when it was made visible; null while its certificates are still being
   *     written
   */
  public record PublishedList(
      String documentNumber, int count, String digest, @Nullable Instant publishedAt) {
    public boolean isPublished() {
      return publishedAt != null;
    }
  }

  public static RecordKey key(String scheme, String number) {
    return new RecordKey(
        Table.CERTIFICATES, RecordKey.join(scheme, "certificate", number), "certificate");
  }

  public static RecordKey listKey(String scheme, String documentNumber) {
    return new RecordKey(Table.CERTIFICATES, RecordKey.join(scheme, "lists"), documentNumber);
  }
}
