package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.certification.Candidates.Asked;
import org.firstbatch.certification.ImportList.Import;
import org.firstbatch.certification.Publication.State;
import org.firstbatch.certification.PublicationWriter.Written;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.Edition;

/**
 * A signer of the Commission publishes a list of certificates (第十条), whole or not at all, however
 * many there are. The list reserves its numbers, then its certificates are written in portions that
 * are harmless to repeat; one last transaction makes all of them visible. A publication that was
 * cut off goes on where it stopped when the same is asked for again, by the same signer or another.
 */
final class PublishList {

  private static final Text NEXT =
      Text.of(
          "证书已在登记簿公布，自公布之日起有效一年。",
          "The certificates are in the public register and valid for a year from the day of publication.");

  private final Records records;
  private final Schemes schemes;
  private final Candidates candidates;

  PublishList(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
    this.candidates = new Candidates(records);
  }

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body().then(Asked::of).then(asked -> perform(call, unit, asked));
  }

  private Outcome<Reply> perform(Call call, Unit unit, Asked asked) {
    String digest = Hashes.hex(Json.write(asked));
    Optional<Stored<Publication>> earlier = find(call.scheme(), asked.documentNumber());
    return notOtherwise(call, asked, earlier, digest)
        .then(
            _ ->
                earlier.filter(stored -> stored.value().state() == State.PUBLISHED).isPresent()
                    ? Outcome.done(again(call, earlier.get().value()))
                    : publish(call, unit, asked, digest, earlier));
  }

  private Optional<Stored<Publication>> find(String scheme, String documentNumber) {
    return records.find(Publication.key(scheme, documentNumber)).map(Publication.KIND::read);
  }

  /** The same document number with anything else in it is another list's. */
  private Outcome<Asked> notOtherwise(
      Call call, Asked asked, Optional<Stored<Publication>> earlier, String digest) {
    if (records.find(Import.key(call.scheme(), asked.documentNumber())).isPresent()) {
      return Outcome.refused(
          Problem.conflict(
              "文号 " + asked.documentNumber() + " 是已导入的名单。",
              "A list was imported under " + asked.documentNumber() + "."));
    }
    return earlier
        .flatMap(stored -> otherwise(stored.value(), digest, Shanghai.dayOf(call.at())))
        .<Outcome<Asked>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(asked));
  }

  private static Optional<Problem> otherwise(Publication earlier, String digest, LocalDate today) {
    boolean same = earlier.digest().equals(digest);
    return switch (earlier.state()) {
      case WITHDRAWN -> Optional.empty();
      case PUBLISHED -> same ? Optional.empty() : Optional.of(published(earlier));
      case WITHDRAWING ->
          Optional.of(
              Problem.conflict(
                  "此文号的名单正在撤回，撤回完成后方可使用。",
                  "A list of this number is being withdrawn; finish that first."));
      case WRITING ->
          same && earlier.year() == today.getYear()
              ? Optional.empty()
              : Optional.of(unfinished(earlier, same));
    };
  }

  private static Problem published(Publication earlier) {
    return Problem.conflict(
        "文号 %s 已公布内容不同的名单（SHA-256 %s）。".formatted(earlier.documentNumber(), earlier.digest()),
        "A list with other content was published under %s (SHA-256 %s)."
            .formatted(earlier.documentNumber(), earlier.digest()));
  }

  private static Problem unfinished(Publication earlier, boolean same) {
    return same
        ? Problem.conflict(
            "此名单在 %d 年开始公布而未完成，编号属于该年；请先撤回，再重新公布。".formatted(earlier.year()),
            "The publication of this list began in %d and was not finished; its numbers are of that year. Withdraw it, then publish it anew."
                .formatted(earlier.year()))
        : Problem.conflict(
            "文号 %s 有一份内容不同、未完成公布的名单（SHA-256 %s）；请继续公布它，或先撤回。"
                .formatted(earlier.documentNumber(), earlier.digest()),
            "Under %s a list with other content is not finished (SHA-256 %s); finish it, or withdraw it first."
                .formatted(earlier.documentNumber(), earlier.digest()));
  }

  private Outcome<Reply> publish(
      Call call, Unit unit, Asked asked, String digest, Optional<Stored<Publication>> earlier) {
    Edition edition = schemes.edition(call.scheme(), call.at()).orElseThrow();
    return candidates
        .find(call, asked, edition)
        .then(
            found ->
                new PublicationWriter(records, call.actor(), edition, asked.documentNumber())
                    .write(found, digest, earlier)
                    .map(written -> makeVisible(call, unit, asked, found, written)));
  }

  private static Reply makeVisible(
      Call call, Unit unit, Asked asked, List<Candidate> found, Written written) {
    Publication writing = written.publication().value();
    PublishedList list =
        new PublishedList(writing.documentNumber(), writing.count(), writing.digest(), call.at());
    Receipt receipt =
        call.receipt("certificates.published", writing.documentNumber(), asked, NEXT, null);
    Publication published = writing.published(receipt);
    unit.change(Publication.KIND, written.publication(), published);
    unit.change(Certificates.LIST, written.list(), list, happening(found, published, receipt));
    return reply(call, list, published);
  }

  private static Happening happening(
      List<Candidate> found, Publication published, Receipt receipt) {
    List<String> enterprises =
        found.stream().map(each -> each.application().enterprise()).distinct().toList();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("documentNumber", published.documentNumber());
    facts.put("count", published.count());
    facts.put("digest", published.digest());
    facts.put("published", published.day());
    facts.put("departures", published.departures());
    facts.put("receipt", receipt);
    return Happening.of(
        "certificates.published",
        "certificate-list",
        published.documentNumber(),
        enterprises,
        facts);
  }

  /** The same list asked for again: it was published once. */
  private Reply again(Call call, Publication published) {
    PublishedList list =
        records
            .find(Certificates.listKey(call.scheme(), published.documentNumber()))
            .map(record -> Certificates.LIST.read(record).value())
            .orElseThrow();
    return reply(call, list, published);
  }

  private static Reply reply(Call call, PublishedList list, Publication published) {
    Map<String, Object> view = ListViews.of(list, published.day(), ListViews.Kind.PUBLISHED);
    if (published.receipt() != null) {
      view.put("receipt", published.receipt());
    }
    return Reply.created(ListViews.path(call.scheme(), list.documentNumber()), view);
  }
}
