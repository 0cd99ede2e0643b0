package org.firstbatch.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Applications.Open;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.evidence.Declaration;
import org.firstbatch.evidence.Uploads;
import org.firstbatch.measures.scheme.Condition;
import org.jspecify.annotations.Nullable;

/**
 * 第九条: the applicant declares a piece of evidence for a condition and is given leave to upload it
 * once. A piece that takes the place of another leaves that one where it is, marked as replaced.
 */
final class DeclareEvidence {

  private static final int MOST_PIECES = 200;

  private final Records records;
  private final ObjectStore objects;
  private final Cases cases;

  DeclareEvidence(Records records, ObjectStore objects, Cases cases) {
    this.records = records;
    this.objects = objects;
    this.cases = cases;
  }

  /** What the applicant states. */
  private record Input(Condition condition, Declaration file, @Nullable String replaces) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return cases
        .ofApplicant(call, unit, State.DRAFT, State.RETURNED, State.SUPPLEMENT)
        .then(
            found ->
                call.body()
                    .then(DeclareEvidence::read)
                    .then(input -> whereOpen(found, input))
                    .then(input -> declare(found, input)));
  }

  private static Outcome<Input> read(Fields fields) {
    return fields.result(
        new Input(
            fields.choice("condition", Condition.class),
            Declaration.read(fields),
            fields.optional("replaces", name -> fields.identifier(name, 40)).orElse(null)));
  }

  /** All of a draft; of what came back only the conditions whose evidence was opened. */
  private static Outcome<Input> whereOpen(Case found, Input input) {
    Open open = found.application().open();
    boolean isOpen =
        found.state() == State.DRAFT
            || (found.application().isWithApplicant()
                && open != null
                && open.fields().containsKey(OpenFields.evidence(input.condition())));
    return isOpen ? Outcome.done(input) : Outcome.refused(closed(input.condition(), open));
  }

  private static Problem closed(Condition condition, @Nullable Open open) {
    return Problem.conflict(
            "“" + condition.label().zh() + "”的材料现在不可更改，只能更改退回或补充时列明的内容。",
            "The evidence of \""
                + condition.label().en()
                + "\" is closed; only what was named when it came back may be changed.")
        .with("open", open == null ? Map.of() : open.fields());
  }

  private Outcome<Reply> declare(Case found, Input input) {
    EvidenceState state = EvidenceState.of(records, found.call().scheme(), found.id());
    if (state.all().size() >= MOST_PIECES) {
      return Outcome.refused(tooMany());
    }
    Optional<Stored<Evidence>> replaced = replaced(state, input);
    if (input.replaces() != null && replaced.isEmpty()) {
      return Outcome.refused(notReplaceable());
    }
    return same(state, input)
        .<Outcome<Reply>>map(same -> Outcome.refused(alreadyThere(same)))
        .orElseGet(() -> Outcome.done(declare(found, input, replaced)));
  }

  private static Optional<Stored<Evidence>> replaced(EvidenceState state, Input input) {
    return Optional.ofNullable(input.replaces())
        .flatMap(state::find)
        .filter(old -> old.value().stands() && old.value().condition() == input.condition());
  }

  /** The same bytes twice would count twice. */
  private static Optional<Evidence> same(EvidenceState state, Input input) {
    return state.standing().stream()
        .filter(each -> each.condition() == input.condition())
        .filter(each -> each.sha256().equals(input.file().sha256()))
        .filter(each -> !each.id().equals(input.replaces()))
        .findFirst();
  }

  private Reply declare(Case found, Input input, Optional<Stored<Evidence>> replaced) {
    Call call = found.call();
    Evidence piece =
        Evidence.declared(
            Uploads.id("e", call, found.id()),
            found.id(),
            input.condition(),
            input.file(),
            input.replaces(),
            call.at());
    Unit unit = found.unit();
    unit.rely(found.stored());
    unit.raise(Evidence.counter(call.scheme(), found.id()));
    unit.create(
        Evidence.KIND,
        Evidence.key(call.scheme(), found.id(), piece.id()),
        piece,
        happening(found, "evidence.declared", piece));
    replaced.ifPresent(old -> replace(found, old, piece));
    return Reply.created(location(call, piece), answer(call, piece));
  }

  private static void replace(Case found, Stored<Evidence> old, Evidence piece) {
    Evidence replaced = old.value().replacedBy(piece.id());
    found
        .unit()
        .change(Evidence.KIND, old, replaced, happening(found, "evidence.replaced", replaced));
  }

  private static Happening happening(Case found, String type, Evidence piece) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("application", piece.application());
    facts.put("condition", piece.condition());
    facts.put("length", piece.length());
    facts.put("sha256", piece.sha256());
    Uploads.putIfGiven(facts, "replaces", piece.replaces());
    Uploads.putIfGiven(facts, "replacedBy", piece.replacedBy());
    return Happening.of(type, "evidence", piece.id(), found.concerned(), facts);
  }

  private static String location(Call call, Evidence piece) {
    return "/v1/schemes/"
        + call.scheme()
        + "/applications/"
        + piece.application()
        + "/evidence/"
        + piece.id();
  }

  private Map<String, Object> answer(Call call, Evidence piece) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("evidence", piece.id());
    answer.put("condition", piece.condition());
    answer.put("state", piece.state());
    Uploads.putIfGiven(answer, "replaces", piece.replaces());
    answer.put(
        "upload",
        Uploads.leave(
            objects,
            Evidence.objectKey(call.scheme(), piece.application(), piece.id()),
            piece.declaration()));
    return answer;
  }

  private static Problem tooMany() {
    return Problem.conflict(
        "一份申请至多 " + MOST_PIECES + " 件材料（含已替换的）。",
        "An application has at most " + MOST_PIECES + " pieces of evidence, replaced ones too.");
  }

  private static Problem notReplaceable() {
    return Problem.invalid(
        "/replaces",
        "应为同一条件下尚未被替换的一件材料的编号",
        "must be the id of a piece of the same condition that was not replaced yet");
  }

  private static Problem alreadyThere(Evidence same) {
    return Problem.conflict(
            "同样的文件已是此条件的材料（" + same.id() + "）；要重新上传，请在 replaces 中写明它。",
            "The same file is evidence of this condition already ("
                + same.id()
                + "); to upload it again, name that in replaces.")
        .with("evidence", same.id());
  }
}
