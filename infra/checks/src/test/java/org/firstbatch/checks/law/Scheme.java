package org.firstbatch.checks.law;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firstbatch.checks.Checkout;
import org.firstbatch.checks.OpenApi;
import org.firstbatch.measures.scheme.Edition;

/** The folder docs/scheme of this checkout. */
final class Scheme {

  static final Path FOLDER = Checkout.root().resolve("docs/scheme");
  private static final Path ARTICLES = FOLDER.resolve("articles");

  private Scheme() {}

  static LawMap map() {
    List<LawPage> pages =
        IntStream.rangeClosed(1, 15)
            .mapToObj(number -> LawPage.of(number, Checkout.text(file(number))))
            .toList();
    return new LawMap(pages, counts(), code());
  }

  static Path file(int number) {
    return ARTICLES.resolve("%02d.md".formatted(number));
  }

  private static LawMap.Code code() {
    Set<String> routes =
        OpenApi.read().operations().values().stream()
            .map(OpenApi.Operation::key)
            .collect(Collectors.toSet());
    return new LawMap.Code(
        RuleIds.ofTheCode().ids(),
        routes,
        keys(),
        link -> !link.isEmpty() && Files.isRegularFile(ARTICLES.resolve(link)),
        link -> Checkout.text(ARTICLES.resolve(link)));
  }

  /** How many sentences stand at each position, as it was counted in the official text. */
  private static Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Checkout.text(FOLDER.resolve("sentences.txt"))
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" ", -1))
        .forEach(words -> counts.put(words[0], Integer.parseInt(words[1])));
    return counts;
  }

  private static Set<String> keys() {
    Edition edition = Edition.findShipped("dalian").orElseThrow();
    return Stream.of(edition.canonicalText(), edition.datedOptions().canonicalText())
        .flatMap(String::lines)
        .map(line -> line.split(" = ", 2)[0])
        .collect(Collectors.toSet());
  }
}
