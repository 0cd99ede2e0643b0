package org.firstbatch.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.pdf.CertificatePdf;
import org.firstbatch.documents.site.Site;
import org.firstbatch.measures.calendar.Shanghai;

/** The PDFs of a certificate: one a version, made when the version is first heard of. */
final class CertificatePapers {

  private final Records records;
  private final Shelf shelf;
  private final CertificatePdf pdf;
  private final Site site;

  CertificatePapers(Records records, Shelf shelf, CertificatePdf pdf, Site site) {
    this.records = records;
    this.shelf = shelf;
    this.pdf = pdf;
    this.site = site;
  }

  /** Makes whichever versions are missing. */
  void make(Registered registered) {
    Map<Integer, String> there = hashes(registered);
    for (int version = 1; version <= registered.version(); version++) {
      if (!there.containsKey(version)) {
        keep(Versions.asOf(registered, version));
      }
    }
  }

  private void keep(Registered version) {
    String number = version.certificate().number();
    String address = site.address(Site.certificate(number));
    shelf.keep(
        site.scheme(),
        wanted(number, version.version(), at(version)),
        () -> pdf.render(site.scheme(), version, address));
  }

  private Rendered wanted(String number, int version, Instant at) {
    String path = site.key(Site.certificatePdf(number, version));
    return new Rendered(
        Rendered.CERTIFICATE, number, version, Bucket.WEBSITE, path, "", 0, List.of(), at);
  }

  private static Instant at(Registered version) {
    return version.corrections().isEmpty()
        ? Shanghai.startOf(version.certificate().published())
        : version.corrections().getLast().at();
  }

  /** The SHA-256 of each version that was made. */
  Map<Integer, String> hashes(Registered registered) {
    String number = registered.certificate().number();
    return Rendered.all(records, site.scheme(), Rendered.CERTIFICATE, number).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().sha256()));
  }
}
