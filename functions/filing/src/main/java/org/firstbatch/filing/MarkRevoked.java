package org.firstbatch.filing;

import java.util.List;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.RevokedClaims;
import org.firstbatch.casework.file.RevokedClaims.Unmarked;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;

/**
 * Marks the claims that the revocation of a certificate did not mark itself (第十条): more than one
 * transaction holds, or filed while the certificate was being revoked. From the revocation on no
 * claim can come to rest on the certificate, so what is found here is all there is.
 */
final class MarkRevoked {

  private static final int ATTEMPTS = 4;

  private final Records records;
  private final Schemes schemes;

  MarkRevoked(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  void mark(JournalEntry revoked) {
    Attempts.upTo(
        ATTEMPTS,
        () -> isMarked(revoked),
        "Claims of certificate " + revoked.subject() + " keep changing");
  }

  /** Whether all were marked; those that changed meanwhile are left, the others are marked. */
  private boolean isMarked(JournalEntry revoked) {
    Certificate certificate = certificate(revoked);
    Revocation revocation = certificate.revocation();
    if (revocation == null || !certificate.isVoid()) {
      return true;
    }
    boolean all = true;
    List<Unmarked> left = RevokedClaims.list(records, revoked.scheme(), certificate);
    for (int from = 0; from < left.size(); from += RevokedClaims.MOST_AT_ONCE) {
      int to = Math.min(from + RevokedClaims.MOST_AT_ONCE, left.size());
      Unit unit = new Unit(actor(revoked));
      RevokedClaims.mark(unit, certificate, revocation.ground().zh(), left.subList(from, to));
      all &= Commits.isCommitted(records, unit);
    }
    return all;
  }

  private Certificate certificate(JournalEntry revoked) {
    return records
        .find(Certificates.key(revoked.scheme(), revoked.subject()))
        .map(record -> Certificates.CERTIFICATE.read(record).value().certificate())
        .orElseThrow(() -> new PermanentFault("No certificate " + revoked.subject()));
  }

  private Actor actor(JournalEntry revoked) {
    int edition = schemes.edition(revoked.scheme(), revoked.at()).orElseThrow().number();
    return Actor.system(revoked.scheme(), revoked.at(), revoked.request(), String.valueOf(edition));
  }
}
