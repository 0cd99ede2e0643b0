package org.firstbatch.certification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Paging;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.RecordPage;
import org.firstbatch.casework.record.RecordQuery;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.certification.Proposal.State;
import org.jspecify.annotations.Nullable;

/** The proposals of the Commission's signers, and who may decide on them. */
final class Proposals {

  private final Records records;

  Proposals(Records records) {
    this.records = records;
  }

  /**
   * The certificate in the path for somebody who does not stand close to its enterprise, as they
   * read it.
   */
  Outcome<Stored<Registered>> certificate(Call call) {
    Optional<Stored<Registered>> found =
        Register.find(records, call.scheme(), RowReader.plain(call.path("certificate")));
    if (found.isEmpty()) {
      return Outcome.refused(Problem.notFound());
    }
    return call.standsOutside(found.get().value().certificate().enterprise().value())
        .map(_ -> found.get());
  }

  /** Keeps a proposal, if no other is open. */
  Outcome<Reply> keep(Call call, Unit unit, Stored<Registered> certificate, Proposal proposal) {
    Optional<Stored<Proposal>> before = find(call.scheme(), proposal.certificate());
    if (before.filter(old -> old.value().state() == State.PROPOSED).isPresent()) {
      return Outcome.refused(
          Problem.conflict(
              "此证书已有一项未决的提议，须先批准、驳回或撤回。",
              "Something is proposed for this certificate already; approve, refuse or withdraw it first."));
    }
    Happening happening =
        happening("certificate.proposal-made", proposal, proposal.ground())
            .with("falseMaterial", proposal.falseMaterial())
            .with("differences", proposal.differences());
    unit.rely(certificate);
    Stored<Proposal> kept =
        before
            .map(old -> unit.change(Proposal.KIND, old, proposal, happening))
            .orElseGet(
                () ->
                    unit.create(
                        Proposal.KIND,
                        Proposal.key(call.scheme(), proposal.certificate()),
                        proposal,
                        happening));
    return Outcome.done(
        Reply.accepted(path(call.scheme(), proposal.certificate()), proposal.view()).tagged(kept));
  }

  private static String path(String scheme, String certificate) {
    return "/v1/schemes/"
        + scheme
        + "/certificates/"
        + URLEncoder.encode(certificate, StandardCharsets.UTF_8)
        + "/proposal";
  }

  /** All proposals, the last of each certificate, by its number. */
  Outcome<Reply> list(Call call) {
    RecordQuery all = RecordQuery.all(Table.CERTIFICATES, Proposal.partition(call.scheme()));
    return Paging.of(call)
        .map(
            paging -> {
              RecordPage page = records.page(paging.of(all));
              List<Map<String, Object>> items =
                  page.records().stream()
                      .map(record -> Proposal.KIND.read(record).value().view())
                      .toList();
              return Reply.ok(Paging.body(items, page.next()));
            });
  }

  Outcome<Reply> show(Call call) {
    return find(call).map(stored -> Reply.ok(stored.value().view()).tagged(stored));
  }

  Outcome<Stored<Proposal>> find(Call call) {
    return find(call.scheme(), RowReader.plain(call.path("certificate")))
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Problem.notFound()));
  }

  private Optional<Stored<Proposal>> find(String scheme, String certificate) {
    return records.find(Proposal.key(scheme, certificate)).map(Proposal.KIND::read);
  }

  /** The open proposal in the path, for another person than who made it. */
  Outcome<Stored<Proposal>> forAnother(Call call) {
    return open(call)
        .then(
            stored ->
                isOwn(call, stored)
                    ? Outcome.refused(
                        Problem.notAllowed(
                            "此项由您提出，须由经信委另一签署人批准或驳回。",
                            "You proposed this; another signer of the Commission must approve or refuse it."))
                    : Outcome.done(stored));
  }

  /** The open proposal in the path, for who made it. */
  Outcome<Stored<Proposal>> forItsAuthor(Call call) {
    return open(call)
        .then(
            stored ->
                isOwn(call, stored)
                    ? Outcome.done(stored)
                    : Outcome.refused(
                        Problem.notAllowed(
                            "只有提出人可以撤回，其他人可以驳回。",
                            "Only who proposed it may withdraw it; others may refuse it.")));
  }

  private static boolean isOwn(Call call, Stored<Proposal> stored) {
    return stored.value().proposedBy().equals(call.actor().person());
  }

  private Outcome<Stored<Proposal>> open(Call call) {
    return find(call)
        .then(call::matching)
        .then(
            stored ->
                stored.value().state() == State.PROPOSED
                    ? Outcome.done(stored)
                    : Outcome.refused(
                        Problem.conflict(
                            "此项提议已是 " + stored.value().state() + "，不能再办理。",
                            "This proposal is "
                                + stored.value().state()
                                + " already; nothing more can be done to it.")));
  }

  /** Decides a proposal. */
  static Reply decide(
      Call call, Unit unit, Stored<Proposal> stored, State next, @Nullable String why) {
    Proposal decided = stored.value().decided(next, call, why);
    String type =
        switch (next) {
          case APPROVED -> "certificate.proposal-approved";
          case REFUSED -> "certificate.proposal-refused";
          default -> "certificate.proposal-withdrawn";
        };
    return Reply.ok(decided.view())
        .tagged(unit.change(Proposal.KIND, stored, decided, happening(type, decided, why)));
  }

  private static Happening happening(String type, Proposal proposal, @Nullable String ground) {
    return new Happening(
        type,
        "certificate-proposal",
        proposal.certificate(),
        List.of(),
        ground,
        Map.of("certificate", proposal.certificate(), "type", proposal.type()));
  }
}
