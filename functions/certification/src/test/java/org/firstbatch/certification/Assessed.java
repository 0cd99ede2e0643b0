package org.firstbatch.certification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.file.Applications.Application;
import org.firstbatch.casework.file.Applications.Assessment;
import org.firstbatch.casework.file.Applications.Filed;
import org.firstbatch.casework.file.Applications.Stage;
import org.firstbatch.casework.file.Applications.State;
import org.firstbatch.casework.file.Applications.Turn;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.record.StoredRecord;
import org.firstbatch.measures.calendar.FiscalYear;
import org.firstbatch.measures.scheme.YearlyNotice;
import org.jspecify.annotations.Nullable;

/** Applications as the evaluator leaves them. */
final class Assessed {

  private static final Instant BEFORE = Instant.parse("2026-02-02T02:00:00Z");

  private final int number;
  private final SortedMap<String, String> form = new TreeMap<>();
  private final Map<Stage, List<String>> persons = new EnumMap<>(Stage.class);
  private String notice = YearlyNotice.silent(new FiscalYear(2026)).canonicalText();
  private State state = State.ASSESSED;
  private boolean recommended = true;

  private Assessed(int number) {
    this.number = number;
    form.put("enterprise.name", "大连第%d机床有限公司".formatted(number));
    form.put("enterprise.registeredOn", "2020-05-06");
    form.put("product.name", "数控机床");
    form.put("product.specification", "CK-" + number);
    form.put("product.productClass", "一般");
    persons.put(Stage.CONFIRM, List.of("district-officer"));
    persons.put(Stage.ASSIGN, List.of("assigner"));
    persons.put(Stage.ASSESS, List.of("expert"));
  }

  static Assessed application(int number) {
    return new Assessed(number);
  }

  static String id(int number) {
    return "a%020d".formatted(number);
  }

  /** Puts so many applications there and gives their ids. */
  static List<String> put(InMemoryRecords records, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> application(number).in(records))
        .toList();
  }

  Assessed field(String path, String value) {
    form.put(path, value);
    return this;
  }

  Assessed notice(String line) {
    notice = notice + line + "\n";
    return this;
  }

  /** Somebody took a stage before whoever has it now. */
  Assessed taken(Stage stage, String person) {
    List<String> all = new ArrayList<>(persons.getOrDefault(stage, List.of()));
    all.addFirst(person);
    persons.put(stage, all);
    return this;
  }

  Assessed state(State other) {
    state = other;
    return this;
  }

  Assessed notRecommended() {
    recommended = false;
    return this;
  }

  String in(InMemoryRecords records) {
    Application application =
        new Application(
            id(number),
            Lists.code(number),
            state,
            form,
            Map.of(),
            new Filed(1, "210202", 2026, notice, BEFORE),
            Turn.of("commission", BEFORE),
            Map.of(),
            null,
            persons,
            null,
            new Assessment(List.of(), recommended, "意见", BEFORE),
            "evaluator-1",
            null,
            null);
    records.putAll(
        List.of(
            StoredRecord.first(
                Applications.key("dalian", id(number)),
                Applications.APPLICATION.schema(),
                "1",
                BEFORE,
                Json.write(application))));
    return id(number);
  }

  static Application read(InMemoryRecords records, int number) {
    return Applications.APPLICATION
        .read(records.find(Applications.key("dalian", id(number))).orElseThrow())
        .value();
  }

  static @Nullable String listOf(InMemoryRecords records, int number) {
    return read(records, number).list();
  }

  /** The body of a publication that follows every assessment. */
  static String list(String documentNumber, List<String> applications) {
    return Json.write(
        Map.of(
            "documentNumber",
            documentNumber,
            "applications",
            applications.stream().map(id -> Map.of("application", id)).toList()));
  }
}
