package org.firstbatch.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.FormState;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.person.Role;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Acceptance;
import org.firstbatch.measures.filing.ApplicationFormFacts;
import org.firstbatch.measures.filing.Body;
import org.firstbatch.measures.filing.ClaimStanding;
import org.firstbatch.measures.filing.Hold;
import org.firstbatch.measures.filing.Rejection;

/** How a claim stands (第十三条), from its record, its marks and its filing. */
final class Standing {

  private Standing() {}

  static ClaimStanding of(Claim claim, List<Mark> marks, Filing filing) {
    List<Acceptance> acceptances = new ArrayList<>(3);
    List<Hold> holds = List.of();
    List<Rejection> rejections = List.of();
    boolean revoked = false;
    for (Map.Entry<Role, Long> accepted : filing.accepted().entrySet()) {
      if (accepted.getValue() > claim.sequence()) {
        acceptances.add(new Acceptance(body(accepted.getKey()), claim.revision()));
      }
    }
    for (Mark mark : marks) {
      switch (mark.type()) {
        case ACCEPTED -> acceptances.add(new Acceptance(body(mark.body()), mark.revision()));
        case HELD -> holds = with(holds, new Hold(body(mark.body()), ground(mark), false));
        case REJECTED ->
            rejections =
                with(
                    rejections,
                    new Rejection(
                        body(mark.body()), mark.revision(), article(mark), ground(mark)));
        case REVOKED -> revoked = true;
      }
    }
    return new ClaimStanding(
        claim.revision(),
        claim.withdrawn(),
        acceptances,
        holds,
        rejections,
        form(claim),
        claim.pending(),
        revoked);
  }

  private static ApplicationFormFacts form(Claim claim) {
    FormState form = claim.form();
    return new ApplicationFormFacts(
        claim.revision(),
        form == FormState.CONFIRMED ? claim.revision() : null,
        form == FormState.STAMPED,
        form == FormState.DISPUTED);
  }

  private static <T> List<T> with(List<T> list, T one) {
    List<T> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }

  private static Text ground(Mark mark) {
    String ground = mark.ground() == null ? mark.type().name() : mark.ground();
    return Text.of(ground, ground);
  }

  private static String article(Mark mark) {
    return mark.article() == null ? MarkType.REJECTED.name() : mark.article();
  }

  private static Body body(Role role) {
    return switch (role) {
      case COMMISSION -> Body.COMMISSION;
      case FINANCE -> Body.FINANCE;
      case REGULATOR -> Body.REGULATOR;
      case ENTERPRISE, DISTRICT, EVALUATOR, INSURER, AUDITOR ->
          throw new IllegalArgumentException(role + " is not one of the three bodies");
    };
  }
}
