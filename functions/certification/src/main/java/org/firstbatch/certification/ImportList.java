package org.firstbatch.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstbatch.casework.act.Schemes;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.journal.Happening;
import org.firstbatch.casework.json.Fields;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.problem.FieldError;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.certification.ListFile.Row;
import org.firstbatch.measures.calendar.Shanghai;

/**
 * The commission imports a list that was published before (第十条): the whole list or nothing. Its
 * certificates are written first, in portions that are harmless to repeat; one last transaction
 * makes all of them visible.
 */
final class ImportList {

  /** As long as a function's answer and request may be, with room for the rest. */
  private static final int MOST_TEXT = 2_000_000;

  private final Records records;
  private final Schemes schemes;

  ImportList(Records records, Schemes schemes) {
    this.records = records;
    this.schemes = schemes;
  }

  /**
   * What is imported, kept beside its list.
   *
   * @param documentNumber the number of the published document
   * @param published the day of publication
   * @param digest the SHA-256 of the file
   */
  record Import(String documentNumber, LocalDate published, String digest) {
    static final Kind<Import> KIND = Kind.of("certificate-import", Import.class);

    static RecordKey key(String scheme, String documentNumber) {
      return new RecordKey(
          Table.CERTIFICATES, Certificates.listPartition(scheme, documentNumber), "import");
    }
  }

  private record Asked(Import what, String csv) {}

  /** What was read, and in which row each certificate stands. */
  record Parsed(Import what, List<Registered> certificates, Map<String, Integer> rows) {}

  Outcome<Reply> perform(Call call, Unit unit) {
    return call.body()
        .then(ImportList::asked)
        .then(asked -> notOtherwise(call, asked))
        .then(asked -> parse(call, asked))
        .then(parsed -> outsideEnterprises(call, parsed))
        .then(parsed -> publish(call, unit, parsed));
  }

  private static Outcome<Asked> asked(Fields body) {
    String csv = body.content("csv", MOST_TEXT);
    Import what =
        new Import(body.identifier("documentNumber", 100), body.day("published"), Hashes.hex(csv));
    return body.result(new Asked(what, csv));
  }

  /** The same document number with anything else in it is another list's. */
  private Outcome<Asked> notOtherwise(Call call, Asked asked) {
    if (records.find(Publication.key(call.scheme(), asked.what().documentNumber())).isPresent()) {
      return Outcome.refused(
          Problem.conflict(
              "文号 " + asked.what().documentNumber() + " 已用于由申请公布的名单。",
              "A list of applications was published or begun under "
                  + asked.what().documentNumber()
                  + "."));
    }
    Optional<Import> earlier =
        records
            .find(Import.key(call.scheme(), asked.what().documentNumber()))
            .map(record -> Import.KIND.read(record).value());
    return earlier.isEmpty() || earlier.get().equals(asked.what())
        ? Outcome.done(asked)
        : Outcome.refused(
            Problem.conflict(
                "文号 %s 已导入过内容不同的名单（SHA-256 %s，发布日期 %s）。"
                    .formatted(
                        earlier.get().documentNumber(),
                        earlier.get().digest(),
                        earlier.get().published()),
                "A list with other content was imported under %s (SHA-256 %s, published %s)."
                    .formatted(
                        earlier.get().documentNumber(),
                        earlier.get().digest(),
                        earlier.get().published())));
  }

  private Outcome<Parsed> parse(Call call, Asked asked) {
    List<FieldError> errors = new ArrayList<>();
    Import what = asked.what();
    if (what.published().isAfter(Shanghai.dayOf(call.at()))) {
      errors.add(new FieldError("/published", "不得晚于今天", "must not be later than today"));
    }
    List<Row> rows = ListFile.read(asked.csv(), errors);
    RowReader reader =
        new RowReader(
            schemes.edition(call.scheme(), call.at()).orElseThrow(),
            what.documentNumber(),
            what.published(),
            errors);
    List<Registered> certificates = new ArrayList<>();
    Map<String, Integer> rowOf = new HashMap<>();
    if (errors.isEmpty()) {
      for (Row row : rows) {
        reader
            .read(row)
            .ifPresent(
                registered -> {
                  certificates.add(registered);
                  rowOf.put(registered.certificate().number(), row.number());
                });
      }
    }
    return errors.isEmpty()
        ? Outcome.done(new Parsed(what, certificates, rowOf))
        : Outcome.refused(Problem.invalid(errors));
  }

  /** Who stands close to an enterprise imports no list with a certificate of it. */
  private static Outcome<Parsed> outsideEnterprises(Call call, Parsed parsed) {
    return call.standsOutside(
            parsed.certificates().stream()
                .map(registered -> registered.certificate().enterprise().value())
                .toList())
        .map(_ -> parsed);
  }

  private Outcome<Reply> publish(Call call, Unit unit, Parsed parsed) {
    ListWriter writer = new ListWriter(records, call.actor(), parsed);
    return writer
        .write()
        .then(
            stored ->
                stored.value().isPublished()
                    ? Outcome.done(reply(call, stored.value(), parsed.what()))
                    : Outcome.done(makeVisible(call, unit, stored, parsed)));
  }

  private static Reply makeVisible(
      Call call, Unit unit, Stored<PublishedList> stored, Parsed parsed) {
    PublishedList old = stored.value();
    PublishedList published =
        new PublishedList(old.documentNumber(), old.count(), old.digest(), call.at());
    unit.change(
        Certificates.LIST,
        stored,
        published,
        Happening.of(
            "certificates.imported",
            "certificate-list",
            old.documentNumber(),
            List.of(),
            Map.of(
                "count", old.count(),
                "digest", old.digest(),
                "published", parsed.what().published())));
    return reply(call, published, parsed.what());
  }

  private static Reply reply(Call call, PublishedList list, Import what) {
    return Reply.created(
        ListViews.path(call.scheme(), list.documentNumber()),
        ListViews.of(list, what.published(), ListViews.Kind.IMPORTED));
  }
}
