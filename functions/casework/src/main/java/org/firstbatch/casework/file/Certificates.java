package org.firstbatch.casework.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.certification.Certificate;
import org.jspecify.annotations.Nullable;

/** The register of certificates (第十条), kept by the certification function. */
public final class Certificates {

  /** A certificate in the register. */
  public static final Kind<Registered> CERTIFICATE =
      new Kind<>("certificate", 2, Registered.class, Certificates::upcast);

  /** A published list. */
  public static final Kind<PublishedList> LIST = Kind.of("certificate-list", PublishedList.class);

  /** A row by which the register is searched; like its certificate it counts once its list does. */
  public static final Kind<Row> ROW = Kind.of("certificate-row", Row.class);

  private Certificates() {}

  /** Schema 1 knew no corrections. */
  private static ObjectNode upcast(int schema, ObjectNode content) {
    content.putArray("corrections");
    return content;
  }

  /**
   * A certificate and the list that published it; it counts only once that list is published.
   *
   * @param certificate as the rules see it
   * @param enterpriseName the enterprise's name on the day of publication
   * @param list the document number of its list
   * @param application the application that it came from; null for an imported one
   * @param corrections what was corrected since, oldest first
   */
  public record Registered(
      Certificate certificate,
      String enterpriseName,
      String list,
      @Nullable String application,
      List<Correction> corrections) {
    public Registered {
      corrections = List.copyOf(corrections);
    }

    /** One that a list brings in, without an application here. */
    public static Registered imported(Certificate certificate, String name, String list) {
      return new Registered(certificate, name, list, null, List.of());
    }

    /** 1 as published, one more with each correction. */
    public int version() {
      return corrections.size() + 1;
    }
  }

  /**
   * A correction, public: number and validity stay.
   *
   * @param at when
   * @param ground why
   * @param differences what changed, by the name of the field in the register
   */
  public record Correction(Instant at, String ground, List<Difference> differences) {
    public Correction {
      differences = List.copyOf(differences);
    }
  }

  /**
   * One field that a correction changed.
   *
   * @param field its name in the register's answer
   * @param before as it was
   * @param after as it is
   */
  public record Difference(String field, String before, String after) {}

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

  /**
   * A row of an index of the register.
   *
   * @param number the certificate
   * @param list the document number of its list
   */
  public record Row(String number, String list) {
    public static Row of(Registered registered) {
      return new Row(registered.certificate().number(), registered.list());
    }
  }

  /** The rows of a list's certificates, by number. */
  public static RecordQuery rowsOfList(String scheme, String documentNumber) {
    return RecordQuery.prefixed(
        Table.CERTIFICATES, listPartition(scheme, documentNumber), "certificate!");
  }

  /** The rows of an enterprise's certificates, by number. */
  public static RecordQuery rowsOfEnterprise(String scheme, String creditCode) {
    return RecordQuery.all(Table.CERTIFICATES, enterprisePartition(scheme, creditCode));
  }

  /** Where the rows of a list are kept. */
  public static String listPartition(String scheme, String documentNumber) {
    return RecordKey.join(scheme, "list", documentNumber);
  }

  /** Where the rows of an enterprise are kept. */
  public static String enterprisePartition(String scheme, String creditCode) {
    return RecordKey.join(scheme, "enterprise", creditCode);
  }

  public static RecordKey key(String scheme, String number) {
    return new RecordKey(
        Table.CERTIFICATES, RecordKey.join(scheme, "certificate", number), "certificate");
  }

  public static RecordKey listKey(String scheme, String documentNumber) {
    return new RecordKey(Table.CERTIFICATES, RecordKey.join(scheme, "lists"), documentNumber);
  }
}
