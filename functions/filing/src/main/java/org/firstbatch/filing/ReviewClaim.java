package org.firstbatch.filing;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.ClaimReview;
import org.firstbatch.casework.file.Claims;
import org.firstbatch.casework.file.Claims.Claim;
import org.firstbatch.casework.file.Claims.Mark;
import org.firstbatch.casework.file.Claims.MarkType;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.calendar.Quarter;
import org.firstbatch.measures.explain.Finding;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.filing.Body;
import org.firstbatch.measures.filing.ClaimStatus;
import org.firstbatch.measures.filing.Hold;
import org.jspecify.annotations.Nullable;

/**
 * The three bodies review single claims (第十三条): each accepts, holds and releases its own hold; all
 * three together reject. Each names the version of the claim that it saw. Every act is a mark
 * behind the claim, in one write with its history, and changes the input of the next plan.
 */
final class ReviewClaim {

  private final Records records;
  private final Windows windows;

  ReviewClaim(Records records, Windows windows) {
    this.records = records;
    this.windows = windows;
  }

  /** A body's claim in hand. */
  private record Case(Call call, Unit unit, FiledClaim filed, ClaimReview review) {
    Role body() {
      return call.as().role();
    }

    Optional<Mark> own(MarkType type) {
      return review.marks().stream()
          .filter(mark -> mark.type() == type && mark.body() == body())
          .findFirst();
    }
  }

  private record Ground(String article, String text) {}

  Outcome<Reply> accept(Call call, Unit unit) {
    return open(call, unit).map(this::accept);
  }

  private Reply accept(Case found) {
    put(found, MarkType.ACCEPTED, null, null);
    remove(found, MarkType.REJECTED);
    Receipt receipt = receipt(found);
    write(found, happening(found, "claim.accepted", null, Map.of()).with("receipt", receipt));
    Map<String, Object> body = body(found, "claim.accepted");
    body.put("receipt", receipt);
    return Reply.ok(body).tagged(found.filed().claim());
  }

  private Receipt receipt(Case found) {
    Set<Body> bodies = EnumSet.of(ClaimReview.body(found.body()));
    bodies.addAll(found.review().standing().acceptedBy());
    Claim claim = found.filed().row();
    Quarter quarter = Quarter.parse(claim.quarter());
    return Receipts.accepted(found.call(), claim, bodies, windows.of(found.call(), quarter));
  }

  Outcome<Reply> hold(Call call, Unit unit) {
    return open(call, unit)
        .then(found -> call.body().then(ReviewClaim::ground).then(ground -> hold(found, ground)));
  }

  private Outcome<Reply> hold(Case found, String ground) {
    if (found.own(MarkType.HELD).isPresent()) {
      return Outcome.refused(Problem.conflict("贵单位已暂缓此申请。", "Your body already holds this claim."));
    }
    put(found, MarkType.HELD, null, ground);
    return done(found, "claim.held", ground, Map.of());
  }

  Outcome<Reply> release(Call call, Unit unit) {
    return open(call, unit).then(this::release);
  }

  private Outcome<Reply> release(Case found) {
    if (found.own(MarkType.HELD).isEmpty()) {
      return Outcome.refused(notHeldByYou(found));
    }
    remove(found, MarkType.HELD);
    return done(found, "claim.released", null, Map.of());
  }

  Outcome<Reply> reject(Call call, Unit unit) {
    return open(call, unit)
        .then(found -> call.body().then(ReviewClaim::rejection).then(why -> reject(found, why)));
  }

  private Outcome<Reply> reject(Case found, Ground why) {
    found.filed().fence(records, found.unit());
    String claim = found.filed().row().id();
    boolean awarded =
        Plans.listSignedLines(records, found.call().scheme(), claim).stream()
            .anyMatch(line -> !line.award().isZero());
    if (awarded) {
      return Outcome.refused(
          Problem.conflict(
                  "签署的补贴计划已给予补贴，不能再驳回。",
                  "A signed plan has awarded it money; it can no longer be rejected.")
              .under("第十三条"));
    }
    put(found, MarkType.REJECTED, why.article(), why.text());
    return done(found, "claim.rejected", why.text(), Map.of("article", why.article()));
  }

  private Outcome<Case> open(Call call, Unit unit) {
    return FiledClaim.reviewed(records, call)
        .then(filed -> call.matching(filed.claim()).map(_ -> filed))
        .map(filed -> new Case(call, unit, filed, filed.review(records)))
        .then(ReviewClaim::stillOpen);
  }

  private static Outcome<Case> stillOpen(Case found) {
    ClaimStatus status = found.review().status();
    return status == ClaimStatus.REJECTED || status == ClaimStatus.WITHDRAWN
        ? Outcome.refused(
            Problem.conflict(
                "此申请已被三家驳回或已撤回，审核已结束。", "This claim is " + status + "; its review is over."))
        : Outcome.done(found);
  }

  private static Outcome<String> ground(Fields fields) {
    return fields.result(fields.text("ground", 1, 500));
  }

  private static Outcome<Ground> rejection(Fields fields) {
    return fields.result(new Ground(fields.article("article"), fields.text("ground", 1, 500)));
  }

  private static void put(
      Case found, MarkType type, @Nullable String article, @Nullable String ground) {
    int revision = found.filed().row().revision();
    Mark mark = new Mark(type, found.body(), revision, article, ground, found.call().at());
    found.unit().put(Claims.MARK, found.filed().place().value().markKey(type, found.body()), mark);
  }

  private void remove(Case found, MarkType type) {
    records
        .find(found.filed().place().value().markKey(type, found.body()))
        .map(Claims.MARK::read)
        .ifPresent(mark -> found.unit().remove(mark));
  }

  private static Outcome<Reply> done(
      Case found, String type, @Nullable String ground, Map<String, Object> facts) {
    write(found, happening(found, type, ground, facts));
    return Outcome.done(Reply.ok(body(found, type)).tagged(found.filed().claim()));
  }

  private static Happening happening(
      Case found, String type, @Nullable String ground, Map<String, Object> facts) {
    FiledClaim filed = found.filed();
    return new Happening(type, "claim", filed.row().id(), filed.concerned(), ground, facts)
        .with("revision", filed.row().revision());
  }

  /**
   * The place's version stands for the claim's review: two acts at once are done one after another.
   */
  private static void write(Case found, Happening happening) {
    Unit unit = found.unit();
    Stored<Claims.Place> place = found.filed().place();
    unit.change(Claims.PLACE, place, place.value(), happening);
    unit.rely(found.filed().claim());
    unit.raise(Claims.inputRevision(found.call().scheme(), place.value().year()));
  }

  private static Map<String, Object> body(Case found, String act) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("claim", found.filed().row().id());
    body.put("act", act);
    body.put("body", found.body());
    return body;
  }

  private static Problem notHeldByYou(Case found) {
    List<Mark> holds =
        found.review().marks().stream().filter(mark -> mark.type() == MarkType.HELD).toList();
    if (holds.isEmpty()) {
      return Problem.conflict("此申请没有被暂缓。", "This claim is not held.");
    }
    Body holder = ClaimReview.body(holds.getFirst().body());
    Finding finding =
        new Hold(holder, Text.same("—"), false).mayBeReleasedBy(ClaimReview.body(found.body()));
    return Problem.notAllowed(finding.sentence().zh(), finding.sentence().en())
        .under(finding.article());
  }
}
