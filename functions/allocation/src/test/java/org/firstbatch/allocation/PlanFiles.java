package org.firstbatch.allocation;

import static org.firstbatch.allocation.City.SCHEME;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.measures.allocation.canonical.InputReader;
import org.firstbatch.measures.allocation.canonical.PlanLine;
import org.firstbatch.measures.allocation.canonical.PlanReader;
import org.firstbatch.measures.allocation.canonical.Succession;
import org.firstbatch.measures.money.Money;

/** What a stranger reads: the files of a city's plans. */
final class PlanFiles {

  private final City city;

  PlanFiles(City city) {
    this.city = city;
  }

  /** The award of each policy in a plan, in its order. */
  Map<String, String> awards(int year, int place) {
    Map<String, String> awards = new LinkedHashMap<>();
    lines(plan(year, place))
        .forEach(line -> awards.put(line.policy(), Money.ofFen(line.award()).toString()));
    return awards;
  }

  List<PlanLine> lines(Plan plan) {
    List<PlanLine> lines = new ArrayList<>();
    reader(plan).forEachRemaining(lines::add);
    return lines;
  }

  /** The lines of a plan's input that begin with a word. */
  List<String> inputLines(int year, int place, String kind) {
    return text(plan(year, place).input() + ".input")
        .lines()
        .filter(line -> line.startsWith(kind + "\t"))
        .toList();
  }

  Plan plan(int year, int place) {
    return Chain.of(city.records, SCHEME, year).find(place).orElseThrow().value();
  }

  List<Plan> signed(int year) {
    return Chain.of(city.records, SCHEME, year).plans().stream()
        .map(Stored::value)
        .filter(plan -> plan.state().isSigned())
        .toList();
  }

  /** In what a plan's input does not follow from signed plans. */
  List<Succession.Break> breaks(Plan plan, List<Plan> signed) {
    byte[] input = bytes(plan.input() + ".input");
    Succession succession = new Succession(new InputReader(new ByteArrayInputStream(input)));
    signed.forEach(each -> succession.add(reader(each)));
    return succession.breaks();
  }

  private PlanReader reader(Plan plan) {
    return new PlanReader(new ByteArrayInputStream(bytes(plan.sha256() + ".plan")));
  }

  private String text(String suffix) {
    return new String(bytes(suffix), StandardCharsets.UTF_8);
  }

  private byte[] bytes(String suffix) {
    return city.objects.list(Bucket.ARCHIVE).entrySet().stream()
        .filter(each -> each.getKey().endsWith(suffix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
