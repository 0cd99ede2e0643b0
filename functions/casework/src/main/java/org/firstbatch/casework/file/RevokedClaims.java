package org.firstbatch.casework.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Policies.Registered;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.certification.Certificate;

/**
 * The claims that rest on a certificate that was revoked for false material (第十条): they bear the
 * mark of it and are set aside from the next plan on; what signed plans awarded stands until it is
 * recovered. A policy rests on the certificate of its own enterprise only (第六条), so they are found
 * among that enterprise's policies.
 */
public final class RevokedClaims {

  /** How many are marked in one act: three writes each, with room for the act itself. */
  public static final int MOST_AT_ONCE = 25;

  private RevokedClaims() {}

  /**
   * A claim that has yet to be marked.
   *
   * @param policy its policy
   * @param place where it stands; its version stands for the claim's review
   */
  public record Unmarked(Registered policy, Stored<Place> place) {
    private RecordKey mark() {
      return place.value().markKey(MarkType.REVOKED, Role.COMMISSION);
    }
  }

  /** The claims of a certificate that do not bear the mark, read consistently. */
  public static List<Unmarked> list(Records records, String scheme, Certificate certificate) {
    List<Unmarked> claims = listClaims(records, scheme, certificate);
    Map<RecordKey, StoredRecord> marks =
        records.findAll(claims.stream().map(Unmarked::mark).toList());
    return claims.stream().filter(claim -> !marks.containsKey(claim.mark())).toList();
  }

  private static List<Unmarked> listClaims(
      Records records, String scheme, Certificate certificate) {
    Map<RecordKey, Registered> policies = new LinkedHashMap<>();
    for (StoredRecord record : records.findAll(policyKeys(records, scheme, certificate)).values()) {
      Registered policy = Policies.POLICY.read(record).value();
      if (policy.policy().certificateNumber().equals(certificate.number())) {
        policies.put(Claims.placeKey(scheme, policy.id()), policy);
      }
    }
    Map<RecordKey, StoredRecord> places = records.findAll(policies.keySet());
    List<Unmarked> claims = new ArrayList<>();
    policies.forEach(
        (key, policy) -> {
          StoredRecord place = places.get(key);
          if (place != null) {
            claims.add(new Unmarked(policy, Claims.PLACE.read(place)));
          }
        });
    return claims;
  }

  private static List<RecordKey> policyKeys(
      Records records, String scheme, Certificate certificate) {
    List<RecordKey> keys = new ArrayList<>();
    String partition = Policies.ofPartition(scheme, certificate.enterprise().value());
    records.forEach(
        RecordQuery.all(Table.POLICIES, partition),
        row -> keys.add(Policies.key(scheme, Policies.GUARD.read(row).value().policy())));
    return keys;
  }

  /** Marks claims, each with its history, and changes the input of their years' plans. */
  public static void mark(
      Unit unit, Certificate certificate, String ground, List<Unmarked> claims) {
    for (Unmarked claim : claims) {
      int revision = claim.policy().revision();
      unit.put(
          Claims.MARK,
          claim.mark(),
          new Mark(MarkType.REVOKED, Role.COMMISSION, revision, "第十条", ground, unit.actor().at()));
      Place place = claim.place().value();
      unit.change(Claims.PLACE, claim.place(), place, happening(certificate, ground, claim));
      unit.raise(Claims.inputRevision(unit.actor().scheme(), place.year()));
    }
  }

  private static Happening happening(Certificate certificate, String ground, Unmarked claim) {
    Registered policy = claim.policy();
    return new Happening(
        "claim.certificate-revoked",
        "claim",
        policy.id(),
        List.of(policy.policy().insurer(), certificate.enterprise().value()),
        ground,
        Map.of("certificate", certificate.number(), "revision", policy.revision()));
  }
}
