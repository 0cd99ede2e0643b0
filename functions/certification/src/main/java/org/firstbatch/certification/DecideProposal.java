package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.file.RevokedClaims;
import org.firstbatch.casework.file.RevokedClaims.Unmarked;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.certification.Proposal.State;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Text;

/**
 * Another signer of the Commission approves or refuses a correction or a revocation; who proposed
 * it may withdraw it. The change of the certificate, both histories and the answer are one write.
 *
 * <p>A policy that is registered at the same time relies on the version of the certificate's
 * record: whichever comes second is decided anew. Policies registered before keep what they were
 * decided by; those of a certificate that was revoked for false material are marked, here as many
 * as one transaction holds, and the others by whoever hears of the revocation.
 */
final class DecideProposal {

  private final Records records;
  private final Proposals proposals;

  DecideProposal(Records records, Proposals proposals) {
    this.records = records;
    this.proposals = proposals;
  }

  Outcome<Reply> approve(Call call, Unit unit) {
    return proposals
        .forAnother(call)
        .then(
            proposal ->
                proposals
                    .certificate(call)
                    .then(certificate -> unchanged(proposal.value(), certificate))
                    .then(certificate -> apply(call, unit, proposal.value(), certificate))
                    .map(_ -> Proposals.decide(call, unit, proposal, State.APPROVED, null)));
  }

  private static Outcome<Stored<Registered>> unchanged(
      Proposal proposal, Stored<Registered> certificate) {
    return certificate.version() == proposal.basedOn()
        ? Outcome.done(certificate)
        : Outcome.refused(
            Problem.of(
                Problem.Kind.STALE,
                "提出之后证书已变更，请撤回或驳回后重新提出。",
                "The certificate has changed since this was proposed; withdraw or refuse it and propose it again."));
  }

  private Outcome<Stored<Registered>> apply(
      Call call, Unit unit, Proposal proposal, Stored<Registered> certificate) {
    return switch (proposal.type()) {
      case CORRECTION -> Outcome.done(correct(call, unit, proposal, certificate));
      case REVOCATION -> revoke(call, unit, proposal, certificate);
    };
  }

  private Stored<Registered> correct(
      Call call, Unit unit, Proposal proposal, Stored<Registered> old) {
    Registered corrected = old.value();
    for (Difference difference : proposal.differences()) {
      corrected = Correctable.of(difference).with(corrected, difference.after());
    }
    List<Correction> corrections = new ArrayList<>(old.value().corrections());
    corrections.add(new Correction(call.at(), proposal.ground(), proposal.differences()));
    Registered next =
        new Registered(
            corrected.certificate(),
            corrected.enterpriseName(),
            corrected.list(),
            corrected.application(),
            corrections);
    moveName(call.scheme(), unit, old.value(), next);
    Map<String, Object> facts =
        Map.of("version", next.version(), "differences", proposal.differences());
    return unit.change(
        Certificates.CERTIFICATE,
        old,
        next,
        happening("certificate.corrected", next, proposal.ground(), List.of(), facts));
  }

  /** The register is searched by the name that counts. */
  private void moveName(String scheme, Unit unit, Registered before, Registered after) {
    RecordKey from = Rows.byName(scheme, before);
    RecordKey to = Rows.byName(scheme, after);
    if (!from.equals(to)) {
      records.find(from).map(Certificates.ROW::read).ifPresent(unit::remove);
      unit.put(Certificates.ROW, to, Certificates.Row.of(after));
    }
  }

  private Outcome<Stored<Registered>> revoke(
      Call call, Unit unit, Proposal proposal, Stored<Registered> old) {
    return ProposeRevocation.mayAct(
            old.value().certificate(),
            proposal.falseMaterial(),
            proposal.day(),
            Shanghai.dayOf(call.at()))
        .map(day -> revoke(unit, proposal, old, day));
  }

  private Stored<Registered> revoke(
      Unit unit, Proposal proposal, Stored<Registered> old, LocalDate day) {
    Registered revoked =
        revoked(
            old.value(),
            new Revocation(day, proposal.falseMaterial(), Text.same(proposal.ground())));
    List<Unmarked> claims = proposal.falseMaterial() ? listClaims(unit, revoked) : List.of();
    RevokedClaims.mark(unit, revoked.certificate(), proposal.ground(), claims);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("day", day);
    facts.put("falseMaterial", proposal.falseMaterial());
    facts.put("version", revoked.version());
    List<String> insurers =
        claims.stream().map(claim -> claim.policy().policy().insurer()).distinct().toList();
    return unit.change(
        Certificates.CERTIFICATE,
        old,
        revoked,
        happening("certificate.revoked", revoked, proposal.ground(), insurers, facts));
  }

  private List<Unmarked> listClaims(Unit unit, Registered revoked) {
    return RevokedClaims.list(records, unit.actor().scheme(), revoked.certificate()).stream()
        .limit(RevokedClaims.MOST_AT_ONCE)
        .toList();
  }

  private static Registered revoked(Registered old, Revocation revocation) {
    Certificate certificate = old.certificate();
    return new Registered(
        new Certificate(
            certificate.number(),
            certificate.enterprise(),
            certificate.productClass(),
            certificate.product(),
            certificate.specification(),
            certificate.published(),
            certificate.lastDay(),
            revocation),
        old.enterpriseName(),
        old.list(),
        old.application(),
        old.corrections());
  }

  private static Happening happening(
      String type,
      Registered certificate,
      String ground,
      List<String> insurers,
      Map<String, Object> facts) {
    List<String> concerned = new ArrayList<>(insurers);
    concerned.add(certificate.certificate().enterprise().value());
    return new Happening(
        type, "certificate", certificate.certificate().number(), concerned, ground, facts);
  }

  /** Another signer refuses, with a ground. */
  Outcome<Reply> refuse(Call call, Unit unit) {
    return call.body()
        .then(DecideProposal::ground)
        .then(
            ground ->
                proposals
                    .forAnother(call)
                    .then(stored -> proposals.certificate(call).map(_ -> stored))
                    .map(stored -> Proposals.decide(call, unit, stored, State.REFUSED, ground)));
  }

  private static Outcome<String> ground(Fields body) {
    return body.result(body.text("ground", 1, 500));
  }

  /** Whoever proposed it withdraws it. */
  Outcome<Reply> withdraw(Call call, Unit unit) {
    return proposals
        .forItsAuthor(call)
        .then(stored -> proposals.certificate(call).map(_ -> stored))
        .map(stored -> Proposals.decide(call, unit, stored, State.WITHDRAWN, null));
  }
}
