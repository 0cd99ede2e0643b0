package org.firstbatch.application;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.person.Memberships;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.application.ApplicationFacts;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.scheme.Condition;

/** Puts together what is handed in, with what the rules find of it. */
final class Dossiers {

  private final Records records;
  private final Memberships memberships;
  private final Pieces pieces;

  Dossiers(Records records, Memberships memberships, Pieces pieces) {
    this.records = records;
    this.memberships = memberships;
    this.pieces = pieces;
  }

  /** What would be handed in now, whatever the rules find. */
  Dossier of(Case found, Law law) {
    List<Pieces.Piece> standing = pieces.standing(found.unit(), found.id());
    ApplicationFacts facts = facts(found, standing);
    return new Dossier(found.application().form(), standing, law.decide(facts, found.day()));
  }

  private ApplicationFacts facts(Case found, List<Pieces.Piece> standing) {
    ApplicationFacts facts = ApplicationFacts.of(found.application().form(), checked(standing));
    return found.application().filed() == null
        ? facts
        : facts.firstSubmittedOn(Shanghai.dayOf(first(found).at()));
  }

  private Submission first(Case found) {
    return records
        .find(Submission.key(found.call().scheme(), found.id(), 1))
        .map(Submission.KIND::read)
        .map(Stored::value)
        .orElseThrow();
  }

  private static Map<Condition, Integer> checked(List<Pieces.Piece> standing) {
    Map<Condition, Integer> checked = new EnumMap<>(Condition.class);
    standing.stream()
        .filter(Pieces.Piece::isChecked)
        .forEach(piece -> checked.merge(piece.condition(), 1, Integer::sum));
    return checked;
  }

  /** Refuses a first submission to a district in which nobody would ever read it. */
  Outcome<Dossier> toItsDistrict(Case found, Dossier dossier) {
    Application application = found.application();
    String district = application.field("enterprise.district");
    boolean isThere =
        application.filed() != null
            || memberships.members(found.call().scheme(), Role.DISTRICT, district).stream()
                .anyMatch(member -> member.countsAt(found.at()));
    return isThere ? Outcome.done(dossier) : Outcome.refused(noSuch(district));
  }

  private static Problem noSuch(String district) {
    return Problem.of(
            Problem.Kind.NOT_MET,
            "没有编号为“" + district + "”的区市县主管部门，请更正 enterprise.district。",
            "There is no district authority \"" + district + "\"; correct enterprise.district.")
        .under("第九条");
  }
}
