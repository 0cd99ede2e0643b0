package org.firstbatch.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.jspecify.annotations.Nullable;

/** How the register shows a certificate (第十条). */
final class CertificateViews {

  private CertificateViews() {}

  static Map<String, Object> of(Registered registered, LocalDate today) {
    Certificate certificate = registered.certificate();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", certificate.number());
    view.put("enterprise", certificate.enterprise());
    for (Correctable field : Correctable.values()) {
      view.put(field.field(), field.value(registered));
    }
    view.put("published", certificate.published());
    view.put("lastDay", certificate.lastDay());
    view.put("state", certificate.stateOn(today));
    view.put("list", registered.list());
    view.put("version", registered.version());
    if (certificate.revocation() != null) {
      view.put("revocation", certificate.revocation());
    }
    return view;
  }

  /** With what was corrected. */
  static Map<String, Object> whole(Registered registered, LocalDate today) {
    Map<String, Object> view = of(registered, today);
    view.put("corrections", registered.corrections());
    return view;
  }

  /**
   * One version of a certificate.
   *
   * @param version 1 as published, one more with each correction
   * @param day since when it is so
   * @param at the instant of the correction; null for the first version
   * @param ground why it was corrected; null for the first version
   * @param differences what the correction changed
   */
  private record Version(
      int version,
      LocalDate day,
      @Nullable Instant at,
      @Nullable String ground,
      List<Difference> differences,
      String product,
      String specification,
      String productClass,
      String enterpriseName) {
    static Version of(Registered then, int version, @Nullable Correction correction) {
      return new Version(
          version,
          correction == null ? then.certificate().published() : Shanghai.dayOf(correction.at()),
          correction == null ? null : correction.at(),
          correction == null ? null : correction.ground(),
          correction == null ? List.of() : correction.differences(),
          Correctable.PRODUCT.value(then),
          Correctable.SPECIFICATION.value(then),
          Correctable.PRODUCT_CLASS.value(then),
          Correctable.ENTERPRISE_NAME.value(then));
    }
  }

  /** Every version, from the first; each correction is undone to find the one before. */
  static Map<String, Object> versions(Registered registered, LocalDate today) {
    Deque<Version> versions = new ArrayDeque<>();
    Registered then = registered;
    for (int version = registered.version(); version > 1; version--) {
      Correction correction = registered.corrections().get(version - 2);
      versions.addFirst(Version.of(then, version, correction));
      for (Difference difference : correction.differences()) {
        then = Correctable.of(difference).with(then, difference.before());
      }
    }
    versions.addFirst(Version.of(then, 1, null));
    return view(registered, today, List.copyOf(versions));
  }

  private static Map<String, Object> view(
      Registered registered, LocalDate today, List<Version> versions) {
    Certificate certificate = registered.certificate();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("number", certificate.number());
    view.put("state", certificate.stateOn(today));
    view.put("items", versions);
    if (certificate.revocation() != null) {
      view.put("revocation", certificate.revocation());
    }
    return view;
  }
}
