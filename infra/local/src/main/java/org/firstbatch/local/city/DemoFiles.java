package org.firstbatch.local.city;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files for whoever wants to look closer: every refusal whole, every line, addresses, tokens. */
final class DemoFiles {

  /** Addresses and tokens, for a shell; written when all else is there. */
  static final String ENV = "env";

  private final Path folder;
  private final Path root;
  private final String address;
  private final String scheme;

  DemoFiles(Path folder, Path root, String address, String scheme) {
    this.folder = folder;
    this.root = root;
    this.address = address;
    this.scheme = scheme;
  }

  void write(
      List<Applying.Refusal> applications,
      List<Refusals.Refusal> refusals,
      List<SignedPlans.Signed> plans,
      String story,
      City city,
      Function<String, String> tokens) {
    save(
        "refusals.txt",
        Stream.concat(
                applications.stream().flatMap(each -> refusal(each).stream()),
                refusals.stream().flatMap(each -> refusal(each).stream()))
            .toList());
    plans.forEach(plan -> save(plan.quarter() + ".lines.txt", lines(plan)));
    save("sample.pdf", SmallPdf.of("A sample document"));
    save(ENV, environment(story, city, tokens));
  }

  private static List<String> refusal(Applying.Refusal refusal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s  %s %s"
            .formatted(
                refusal.row().get("key"),
                refusal.row().get("enterprise.name"),
                refusal.row().get("product.name"),
                refusal.row().get("product.specification")));
    lines.add("    " + refusal.article() + "  " + refusal.row().get("detail"));
    lines.add("      " + both(refusal.ground()));
    if (!refusal.change().isMissingNode()) {
      lines.add("      → " + both(refusal.change()));
    }
    return lines;
  }

  private static List<String> refusal(Refusals.Refusal refusal) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s  %s"
            .formatted(
                refusal.policy().get("number"),
                refusal.policy().get("name"),
                refusal.body().path("detail").asText()));
    for (JsonNode finding : refusal.body().path("decision").path("findings")) {
      if (finding.path("outcome").asText().equals("NOT_MET")) {
        lines.add("    " + finding.path("article").asText() + "  " + finding.path("rule").asText());
        lines.add("      " + both(finding.path("sentence")));
        lines.add("      → " + both(finding.path("change").path("sentence")));
      }
    }
    return lines;
  }

  private static String both(JsonNode text) {
    return text.path("zh").asText() + " / " + text.path("en").asText();
  }

  private static List<String> lines(SignedPlans.Signed plan) {
    return plan.lines().stream()
        .map(
            line ->
                "%4s  %s  %s  %-8s  %-14s  %s  outstanding %s  cap left %s  budget left %s  award %s  %s"
                    .formatted(
                        line.path("order").asText(),
                        line.path("creditCode").asText(),
                        line.path("enterprise").asText(),
                        line.path("insurer").asText(),
                        line.path("number").asText(),
                        line.path("insured").asText(),
                        line.path("outstanding").asText(),
                        line.path("capLeft").asText(),
                        line.path("budgetLeft").asText(),
                        line.path("award").asText(),
                        line.path("outcome").asText()))
        .toList();
  }

  private List<String> environment(String story, City city, Function<String, String> tokens) {
    List<String> lines = new ArrayList<>();
    lines.add("API=" + address + "/v1/schemes/" + scheme);
    lines.add("DEMO=" + folder);
    // The jar needs the JDK that runs this, which need not be the one on the path.
    lines.add("JAVA=" + Path.of(System.getProperty("java.home"), "bin", "java"));
    lines.add("RECOMPUTE=" + root.resolve("functions/measures/target/recompute.jar"));
    lines.add("STORY=" + story);
    for (String person : people(city)) {
      String name = "AS_" + person.toUpperCase(Locale.ROOT).replace('-', '_');
      lines.add(name + "='Authorization: Bearer " + tokens.apply(person) + "'");
    }
    lines.add("AS_MAKER=\"$AS_MAKER_01\"");
    City.text("helpers.sh").lines().forEach(lines::add);
    return lines;
  }

  private static List<String> people(City city) {
    List<String> people = new ArrayList<>();
    people.add(Founding.COMMISSION_ADMIN);
    people.add(Founding.OTHER_ADMIN);
    people.add("auditor-1");
    for (String body : Founding.bodiesInOrder()) {
      people.add(Founding.signer(body, 1));
      people.add(Founding.signer(body, 2));
    }
    City.rows("districts.csv").forEach(district -> people.add(district.get("person")));
    City.rows("evaluators.csv").forEach(evaluator -> people.add(evaluator.get("person")));
    city.insurers().forEach(insurer -> people.add(insurer.get("person")));
    city.enterprises().forEach(maker -> people.add(maker.get("person")));
    return people;
  }

  private void save(String name, List<String> lines) {
    save(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void save(String name, byte[] content) {
    try {
      Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Not written: " + folder.resolve(name), e);
    }
  }
}
