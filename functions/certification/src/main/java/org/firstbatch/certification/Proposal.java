package org.firstbatch.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;
import org.jspecify.annotations.Nullable;

/**
 * A correction or a revocation that one signer proposed and another decides; a certificate has at
 * most one that is open. What became of earlier ones is in the journal.
 *
 * @param certificate its number
 * @param type what is proposed
 * @param differences what a correction changes; empty for a revocation
 * @param falseMaterial whether a revocation is for false material
 * @param day the first day on which a revocation acts; null for the day of its approval
 * @param ground why
 * @param basedOn the version of the certificate's record
 * @param proposedBy the person
 * @param at when
 * @param state where it stands
 * @param decidedBy who decided; null while open
 * @param decidedAt when; null while open
 * @param refusal the ground of a refusal; null otherwise
 */
record Proposal(
    String certificate,
    Type type,
    List<Difference> differences,
    boolean falseMaterial,
    @Nullable LocalDate day,
    String ground,
    long basedOn,
    String proposedBy,
    Instant at,
    State state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String refusal) {

  static final Kind<Proposal> KIND = Kind.of("certificate-proposal", Proposal.class);

  Proposal {
    differences = List.copyOf(differences);
  }

  /** What is proposed. */
  enum Type {
    CORRECTION,
    REVOCATION
  }

  /** Where a proposal stands. */
  enum State {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
  }

  static Proposal correction(
      Call call, String certificate, long basedOn, List<Difference> differences, String ground) {
    return open(call, certificate, basedOn, Type.CORRECTION, differences, false, null, ground);
  }

  static Proposal revocation(
      Call call,
      String certificate,
      long basedOn,
      boolean falseMaterial,
      @Nullable LocalDate day,
      String ground) {
    return open(call, certificate, basedOn, Type.REVOCATION, List.of(), falseMaterial, day, ground);
  }

  private static Proposal open(
      Call call,
      String certificate,
      long basedOn,
      Type type,
      List<Difference> differences,
      boolean falseMaterial,
      @Nullable LocalDate day,
      String ground) {
    return new Proposal(
        certificate,
        type,
        differences,
        falseMaterial,
        day,
        ground,
        basedOn,
        call.actor().person(),
        call.at(),
        State.PROPOSED,
        null,
        null,
        null);
  }

  Proposal decided(State next, Call call, @Nullable String why) {
    return new Proposal(
        certificate,
        type,
        differences,
        falseMaterial,
        day,
        ground,
        basedOn,
        proposedBy,
        at,
        next,
        call.actor().person(),
        call.at(),
        why);
  }

  /** As the Commission and auditors see it. */
  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("certificate", certificate);
    view.put("type", type);
    view.put("state", state);
    if (type == Type.CORRECTION) {
      view.put("differences", differences);
    } else {
      view.put("falseMaterial", falseMaterial);
      putIfThere(view, "day", day);
    }
    view.put("ground", ground);
    view.put("proposedBy", proposedBy);
    view.put("at", at);
    putIfThere(view, "decidedBy", decidedBy);
    putIfThere(view, "decidedAt", decidedAt);
    putIfThere(view, "refusal", refusal);
    return view;
  }

  private static void putIfThere(Map<String, Object> view, String name, @Nullable Object value) {
    if (value != null) {
      view.put(name, value);
    }
  }

  static String partition(String scheme) {
    return RecordKey.join(scheme, "proposals");
  }

  static RecordKey key(String scheme, String certificate) {
    return new RecordKey(Table.CERTIFICATES, partition(scheme), RecordKey.join(certificate));
  }
}
