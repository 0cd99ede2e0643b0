package org.firstbatch.filing;

import java.util.List;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ClaimReview;
import org.firstbatch.casework.file.ClaimUpdate;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.Place;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;

/** A claim of a filing that is FILED: until then it is nowhere to be seen. */
record FiledClaim(Stored<Place> place, Stored<Claim> claim, Stored<Filing> filing) {

  static Optional<FiledClaim> find(Records records, String scheme, String id) {
    return records
        .find(Claims.placeKey(scheme, id))
        .map(Claims.PLACE::read)
        .flatMap(place -> find(records, scheme, place));
  }

  private static Optional<FiledClaim> find(Records records, String scheme, Stored<Place> place) {
    return records
        .find(place.value().key())
        .map(Claims.CLAIM::read)
        .flatMap(
            claim ->
                records
                    .find(Filings.key(scheme, claim.value().filing()))
                    .map(Filings.FILING::read)
                    .filter(filing -> filing.value().state() == Filings.State.FILED)
                    .map(filing -> new FiledClaim(place, claim, filing)));
  }

  /** The claim named in the path, for a person who stands outside its insurer and enterprise. */
  static Outcome<FiledClaim> reviewed(Records records, Call call) {
    Optional<FiledClaim> found = find(records, call.scheme(), call.path("claim"));
    return found.isEmpty()
        ? Outcome.refused(Problem.notFound())
        : call.standsOutside(found.get().concerned()).map(_ -> found.get());
  }

  /** Keeps an act apart from the plans and the closing of the claim's year. */
  void fence(Records records, Unit unit) {
    ClaimUpdate.fence(records, unit, place.value(), row());
  }

  Claim row() {
    return claim.value();
  }

  List<String> concerned() {
    return List.of(row().insurer(), row().enterprise());
  }

  ClaimReview review(Records records) {
    return ClaimReview.of(records, place.value(), row(), filing.value());
  }
}
