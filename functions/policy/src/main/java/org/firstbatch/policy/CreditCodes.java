package org.firstbatch.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.identity.CreditCode;

/**
 * Credit codes as they are stated. One with a wrong check character is refused with the right one
 * beside it, unless the Commission has recorded that the registers do hold it so.
 */
final class CreditCodes {

  private static final CreditCode PLACEHOLDER = new CreditCode("0".repeat(18));

  private static final Kind<LetPass> OVERRIDE = Kind.of("credit-code-override", LetPass.class);

  private final Records records;

  CreditCodes(Records records) {
    this.records = records;
  }

  /**
   * What the Commission recorded of a code.
   *
   * @param creditCode the code with its wrong check character
   * @param ground where it stands so, in the officer's words
   */
  record LetPass(String creditCode, String ground) {}

  static RecordKey key(String scheme, String code) {
    return new RecordKey(
        Table.POLICIES, RecordKey.join(scheme, "credit-code-override", code), "override");
  }

  /** Reads a code; what is wrong with it becomes a mistake of the field. */
  CreditCode read(String scheme, Fields fields, String name) {
    String code = fields.identifier(name, 40);
    Optional<Text> fault = code.isEmpty() ? Optional.empty() : CreditCode.findFault(code);
    if (code.isEmpty()) {
      return PLACEHOLDER;
    }
    if (fault.isEmpty()) {
      return new CreditCode(code);
    }
    if (hasOnlyWrongCheckCharacter(code) && records.find(key(scheme, code)).isPresent()) {
      return new CreditCode(code);
    }
    fields.mistake(name, fault.get().zh(), fault.get().en());
    return PLACEHOLDER;
  }

  private static boolean hasOnlyWrongCheckCharacter(String code) {
    return CreditCode.findFault(code).isPresent() && isWellFormed(code);
  }

  private static boolean isWellFormed(String code) {
    try {
      return new CreditCode(code).value().equals(code);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** Records an override: by a signer of the Commission, with a ground, once. */
  Outcome<Reply> override(Call call, Unit unit) {
    return call.body()
        .then(CreditCodes::stated)
        .then(stated -> call.standsOutside(stated.creditCode()).map(_ -> stated))
        .then(stated -> override(call, unit, stated));
  }

  private static Outcome<LetPass> stated(Fields fields) {
    String code = fields.identifier("creditCode", 40);
    if (!code.isEmpty() && !hasOnlyWrongCheckCharacter(code)) {
      Text why =
          CreditCode.findFault(code)
              .orElseGet(
                  () -> Text.of("校验码无误，无需放行", "its check character is right, nothing to override"));
      fields.mistake("creditCode", why.zh(), why.en());
    }
    return fields.result(new LetPass(code, fields.text("ground", 2, 500)));
  }

  private Outcome<Reply> override(Call call, Unit unit, LetPass stated) {
    RecordKey key = key(call.scheme(), stated.creditCode());
    if (records.find(key).isPresent()) {
      return Outcome.refused(
          Problem.conflict(
              "该代码已放行，无需重复办理。", "This code has been let pass already; nothing is left to do."));
    }
    unit.create(
        OVERRIDE,
        key,
        stated,
        new Happening(
            "credit-code.overridden",
            "credit-code",
            stated.creditCode(),
            List.of(stated.creditCode()),
            stated.ground(),
            Map.of("creditCode", stated.creditCode())));
    return Outcome.done(new Reply(201, stated, Map.of()));
  }
}
