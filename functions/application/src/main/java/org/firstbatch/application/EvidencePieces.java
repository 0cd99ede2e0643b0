package org.firstbatch.application;

import java.util.List;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.record.Records;
import org.firstbatch.evidence.UploadState;

/** The evidence as it is kept. */
final class EvidencePieces implements Pieces {

  private final Records records;

  EvidencePieces(Records records) {
    this.records = records;
  }

  @Override
  public List<Piece> standing(Unit unit, String application) {
    EvidenceState state = EvidenceState.of(records, unit.actor().scheme(), application);
    state.rely(unit);
    return state.standing().stream().map(EvidencePieces::piece).toList();
  }

  private static Piece piece(Evidence piece) {
    return new Piece(
        piece.condition(),
        piece.id(),
        piece.name(),
        piece.sha256(),
        piece.state() == UploadState.CHECKED,
        piece.state().name());
  }
}
