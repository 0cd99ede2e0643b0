package org.firstbatch.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.measures.application.ApplicationFact;
import org.firstbatch.measures.explain.Decision;
import org.firstbatch.measures.explain.Fact;
import org.firstbatch.measures.explain.Finding;

/**
 * What is handed in: a form and the evidence that stands, and what the rules find of both.
 *
 * @param form as it stands
 * @param evidence the pieces that stand, in whatever state
 * @param decision of the rules
 */
record Dossier(SortedMap<String, String> form, List<Pieces.Piece> evidence, Decision decision) {

  /** What a certificate names; no rule asks for it before it is issued. */
  private static final List<ApplicationFact> NAMED =
      List.of(
          ApplicationFact.NAME,
          ApplicationFact.DISTRICT,
          ApplicationFact.PRODUCT,
          ApplicationFact.SPECIFICATION,
          ApplicationFact.KIND,
          ApplicationFact.PRODUCT_CLASS,
          ApplicationFact.UNIT_PRICE);

  /** What a blank field is among the facts of a finding. */
  private static final String BLANK = "—";

  Dossier {
    evidence = List.copyOf(evidence);
  }

  /** The dossier if it may be submitted, or everything that stands against it. */
  Outcome<Dossier> complete() {
    List<Map<String, Object>> missing = missing();
    List<Map<String, Object>> pieces = unchecked();
    List<Finding> notMet = decision.listNotMet();
    if (missing.isEmpty() && pieces.isEmpty() && notMet.isEmpty()) {
      return Outcome.done(this);
    }
    return Outcome.refused(
        Problem.of(
                Problem.Kind.NOT_MET,
                "还不能提交：缺 %d 项内容，%d 件材料未通过检查，%d 项条件不符合。"
                    .formatted(missing.size(), pieces.size(), notMet.size()),
                "Not yet: %d fields are missing, %d pieces of evidence are not checked, %d rules are not met."
                    .formatted(missing.size(), pieces.size(), notMet.size()))
            .under(notMet.isEmpty() ? "第九条" : notMet.getFirst().article())
            .with("missing", missing)
            .with("pieces", pieces)
            .with("findings", notMet));
  }

  private List<Map<String, Object>> missing() {
    Set<String> paths = new TreeSet<>();
    NAMED.stream()
        .map(ApplicationFact::path)
        .filter(path -> !form.containsKey(path))
        .forEach(paths::add);
    decision.listUndetermined().forEach(finding -> paths.addAll(blank(finding)));
    return paths.stream().map(Dossier::field).toList();
  }

  private static List<String> blank(Finding finding) {
    return finding.facts().stream()
        .filter(fact -> fact.value().equals(BLANK))
        .map(Fact::name)
        .filter(path -> ApplicationFact.find(path).isPresent())
        .toList();
  }

  private static Map<String, Object> field(String path) {
    ApplicationFact fact = ApplicationFact.find(path).orElseThrow();
    return Map.of("field", path, "label", fact.label(), "condition", fact.condition());
  }

  private List<Map<String, Object>> unchecked() {
    List<Map<String, Object>> pieces = new ArrayList<>();
    for (Pieces.Piece piece : evidence) {
      if (!piece.isChecked()) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("condition", piece.condition());
        view.put("evidence", piece.evidence());
        view.put("name", piece.name());
        view.put("state", piece.state());
        pieces.add(view);
      }
    }
    return pieces;
  }

  /** The checked pieces as a submission keeps them. */
  List<Submission.Piece> pieces() {
    return evidence.stream()
        .filter(Pieces.Piece::isChecked)
        .map(
            piece ->
                new Submission.Piece(
                    piece.condition(), piece.evidence(), piece.name(), piece.sha256()))
        .toList();
  }
}
