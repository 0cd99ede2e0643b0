package org.firstbatch.filing;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firstbatch.casework.act.Actor;
import org.firstbatch.casework.act.Attempts;
import org.firstbatch.casework.act.Commits;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Filings;
import org.firstbatch.casework.file.Filings.Filing;
import org.firstbatch.casework.file.Filings.State;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.explain.Finding;

/**
 * Checks a received filing row by row and files the good ones (第十三条). Rows are written in chunks
 * that may be repeated; they count only when one last write makes the filing FILED, so that killed
 * anywhere and run again it comes out the same.
 */
final class CheckAndFile {

  private static final int ATTEMPTS = 4;

  /** How many rows' findings the filing itself shows; all of them are records of their own. */
  private static final int SHOWN = 10;

  private final Records records;
  private final Schemes schemes;

  CheckAndFile(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /** How the rows came out so far. */
  private static final class Tally {
    private int claims;
    private int refused;
    private final Map<String, List<Finding>> shown = new TreeMap<>();

    private void add(FilingChunk.Result result) {
      claims += result.claims();
      refused += result.refused().size();
      result.refused().stream()
          .limit(SHOWN - (long) shown.size())
          .forEach(row -> shown.put(row.policy(), row.findings()));
    }
  }

  void file(JournalEntry received) {
    Actor actor =
        Actor.system(
            received.scheme(),
            received.at(),
            received.request(),
            String.valueOf(
                schemes.edition(received.scheme(), received.at()).orElseThrow().number()));
    Attempts.upTo(
        ATTEMPTS,
        () -> {
          Stored<Filing> filing = find(actor.scheme(), received.subject());
          return filing.value().state() != State.RECEIVED || isDone(actor, filing);
        },
        "Rows keep changing under filing " + received.subject());
  }

  private Stored<Filing> find(String scheme, String id) {
    return records
        .find(Filings.key(scheme, id))
        .map(Filings.FILING::read)
        .orElseThrow(() -> new PermanentFault("No filing " + id));
  }

  /** Whether all of it was written; if not, something changed meanwhile and it starts again. */
  private boolean isDone(Actor actor, Stored<Filing> filing) {
    FilingLaw law = FilingLaw.of(records, schemes, actor.scheme(), filing.value());
    List<String> policies = filing.value().policies();
    Tally tally = new Tally();
    for (int from = 0; from < policies.size(); from += FilingChunk.ROWS) {
      int to = Math.min(from + FilingChunk.ROWS, policies.size());
      FilingChunk.Result result = write(actor, filing, law, policies.subList(from, to), from + 1);
      if (!result.written()) {
        return false;
      }
      tally.add(result);
    }
    return finish(actor, filing, tally);
  }

  /**
   * Writes a chunk. Rows that changed meanwhile, or that another worker on the same filing wrote,
   * are read again at once: only a filing that changed itself begins again.
   */
  private FilingChunk.Result write(
      Actor actor, Stored<Filing> filing, FilingLaw law, List<String> rows, int firstRow) {
    FilingChunk.Result result;
    int attempt = 1;
    do {
      result = new FilingChunk(records, actor, filing, law, rows, firstRow).write();
      attempt++;
    } while (!result.written() && attempt <= ATTEMPTS && isUnchanged(actor.scheme(), filing));
    return result;
  }

  private boolean isUnchanged(String scheme, Stored<Filing> filing) {
    return find(scheme, filing.value().id()).version() == filing.version();
  }

  private boolean finish(Actor actor, Stored<Filing> filing, Tally tally) {
    Filing old = filing.value();
    State state = tally.claims == 0 ? State.CHECKED : State.FILED;
    Unit unit = new Unit(actor);
    unit.change(
        Filings.FILING,
        filing,
        new Filing(
            old.id(),
            old.insurer(),
            old.quarter(),
            old.receivedAt(),
            state,
            old.policies(),
            tally.shown,
            old.accepted(),
            old.sequence(),
            tally.claims),
        happening(old, state, tally));
    if (state == State.FILED) {
      unit.raise(Claims.inputRevision(actor.scheme(), old.quarterValue().year()));
    }
    return Commits.isCommitted(records, unit);
  }

  private static Happening happening(Filing filing, State state, Tally tally) {
    return Happening.of(
        state == State.FILED ? "filing.filed" : "filing.checked",
        "filing",
        filing.id(),
        List.of(filing.insurer()),
        Map.of("quarter", filing.quarter(), "claims", tally.claims, "refused", tally.refused));
  }
}
