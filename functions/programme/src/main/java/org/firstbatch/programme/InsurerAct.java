package org.firstbatch.programme;

import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.OrganisationKey;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.policy.InsurerRecord;
import org.firstbatch.measures.policy.InsurerRecord.Bar;
import org.jspecify.annotations.Nullable;

/**
 * 第十二条: what the acts on the register of insurers have in common.
 *
 * @param <C> what is proposed
 */
abstract class InsurerAct<C> implements Act<C, InsurerRecord> {

  abstract String insurer(C content);

  @Override
  public Kind<InsurerRecord> target() {
    return Programme.INSURER;
  }

  @Override
  public RecordKey key(String scheme, C content) {
    return Programme.insurerKey(scheme, insurer(content));
  }

  @Override
  public Optional<String> about(C content) {
    return Optional.of(insurer(content));
  }

  /** The key of an organisation, as people and paths write it. */
  static String organisation(Fields body, String name) {
    return body.matching(
        name, OrganisationKey.FORM, OrganisationKey.WANTED.zh(), OrganisationKey.WANTED.en());
  }

  static InsurerRecord withBar(InsurerRecord insurer, @Nullable Bar bar) {
    return new InsurerRecord(
        insurer.key(), insurer.name(), insurer.selected(), insurer.suspensions(), bar);
  }

  static Outcome<InsurerRecord> known(Optional<InsurerRecord> present) {
    return present
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(
                    Problem.of(
                        Problem.Kind.NOT_FOUND,
                        "名单中没有这家保险机构，请先选定。",
                        "There is no such insurer on the list; select it first.")));
  }
}
