package org.firstbatch.programme;

import java.util.Optional;
import org.firstbatch.casework.file.Programme;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.OrganisationKey;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.policy.InsurerRecord;

/**
 * 第十二条: what the acts on the register of insurers have in common.
 *
 * @param <C> what is proposed
 */
abstract class InsurerAct<C extends InsurerAct.OfInsurer> implements Act<C, InsurerRecord> {

  private final ChangeKind kind;
  private final Class<C> content;

  /** What is proposed of one insurer. */
  interface OfInsurer {

    /** Its key. */
    String insurer();
  }

  InsurerAct(ChangeKind kind, Class<C> content) {
    this.kind = kind;
    this.content = content;
  }

  @Override
  public final ChangeKind kind() {
    return kind;
  }

  @Override
  public final Class<C> content() {
    return content;
  }

  @Override
  public Kind<InsurerRecord> target() {
    return Programme.INSURER;
  }

  @Override
  public RecordKey key(String scheme, C content) {
    return Programme.insurerKey(scheme, content.insurer());
  }

  @Override
  public Optional<String> about(C content) {
    return Optional.of(content.insurer());
  }

  /** The key of an organisation, as people and paths write it. */
  static String organisation(Fields body, String name) {
    return body.matching(
        name, OrganisationKey.FORM, OrganisationKey.WANTED.zh(), OrganisationKey.WANTED.en());
  }
}
