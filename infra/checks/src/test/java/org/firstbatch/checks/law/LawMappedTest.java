package org.firstbatch.checks.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.firstbatch.checks.Checkout;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/scheme: every sentence of the Measures and every rule of the code has its place. */
class LawMappedTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");
  private static final Pattern DEFINED =
      Pattern.compile("(?m)^\\[[^\\]]+]: ([^#\\s]+)(?:#(\\S+))?$");
  private static final Pattern PAGE_OF_A_RULE =
      Pattern.compile("page: docs/scheme/articles/([0-9]{2})[.]md#(\\S+)");

  private static final LawMap MAP = Scheme.map();

  @Test
  void shouldHaveAPlaceForEverySentenceAndEveryRule() {
    System.out.println(MAP.summary());

    assertEquals(List.of(), MAP.mistakes());
  }

  @Test
  void shouldRecordFifteenArticlesInOrder() {
    Set<String> articles = new TreeSet<>();
    MAP.counts().keySet().forEach(position -> articles.add(position.replaceFirst("（.*", "")));

    assertEquals(new TreeSet<>(List.of(LawMap.NUMBERS.split(" "))), articles);
  }

  @Test
  void shouldFindEveryRuleInTheCode() {
    assertTrue(RuleIds.ofTheCode().ids().containsAll(Set.of("8.1.registered", "13.filed-once")));
    assertEquals(Set.of(), RuleIds.ofTheCode().assembled(), "ids put together at run time");
  }

  /** Each line breaks the page of 第十一条 in one way and says what is complained of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "第十一条 1 ; 第十一条 2 ; 11.md: has entries for {十一=[2]}, the article has {十一=[1]}",
        "| 第十一条 1 ; ~| 第十一条 1 ; 11.md: has entries for {}, the article has {十一=[1]}",
        "Sentences: 1 ; Sentences: 2 ; 11.md: says 2 sentences, recorded are 1",
        "`11.window`, `11.not-early`, key ; nothing, key ; 11.md: 十一 1 names neither a rule",
        "Procedural: ; Left alone: ; 11.md: 十一 1 names neither a rule",
        "`11.window`, ; `11.windows`, ; 11.md: `11.windows` is no rule, route or key",
        "`GET /deadlines` ; `GET /deadline` ; 11.md: `GET /deadline` is no rule, route or key",
        "key `insuring-window` ; key `window` ; 11.md: `window` is no rule, route or key",
        "OneDayAfterTheWindow` ; OneYearAfterTheWindow` ; 11.md: there is no test should",
        "measures/policy/Deadline.java ; policy/Deadline.java ; 11.md: there is no class [Deadline]",
        "id=\"11.window\" ; id=\"window\" ; 11.md: rule 11.window is anchored as window here",
        "<a id=\"11.window\"></a>`11.window` ; 11.window ; rule 11.window of the code has no row",
        "[InsuringWindow], [Deadline], [Periods] ; code ; 11.md: rule 11.window names no class",
      })
  void shouldComplainOfABrokenPage(String right, String wrong, String complaint) {
    LawMap broken = with(11, text -> text.replace(right, wrong));

    List<String> mistakes = broken.mistakes();

    assertTrue(
        mistakes.stream().anyMatch(mistake -> mistake.startsWith(complaint)), mistakes::toString);
  }

  private static LawMap with(int number, UnaryOperator<String> change) {
    List<LawPage> pages = new ArrayList<>(MAP.pages());
    pages.set(number - 1, LawPage.of(number, change.apply(pages.get(number - 1).text())));
    return new LawMap(pages, MAP.counts(), MAP.code());
  }

  @Test
  void shouldLeadFromEveryExampleOfTheApiToItsRule() {
    Matcher page =
        PAGE_OF_A_RULE.matcher(Checkout.text(Checkout.root().resolve("infra/openapi.yaml")));
    int count = 0;
    for (; page.find(); count++) {
      int number = Integer.parseInt(page.group(1));
      assertTrue(MAP.pages().get(number - 1).hasAnchor(page.group(2)), page.group());
    }
    assertTrue(count > 0);
  }

  @Test
  void shouldHaveNoDeadLinkInTheFolder() {
    List<Path> pages =
        Checkout.files(Scheme.FOLDER).stream()
            .filter(file -> file.toString().endsWith(".md"))
            .toList();

    assertTrue(pages.size() > 30);
    assertEquals(List.of(), pages.stream().flatMap(LawMappedTest::dead).toList());
  }

  private static Stream<String> dead(Path page) {
    String text = Checkout.text(page);
    return Stream.of(LINK, DEFINED)
        .flatMap(pattern -> pattern.matcher(text).results())
        .filter(link -> !link.group(1).startsWith("https:"))
        .filter(link -> !leads(page, link.group(1), link.group(2)))
        .map(link -> Scheme.FOLDER.relativize(page) + ": " + link.group());
  }

  private static boolean leads(Path from, String link, @Nullable String anchor) {
    Path to = from.resolveSibling(link).normalize();
    if (link.isEmpty() || anchor == null) {
      return Files.isRegularFile(link.isEmpty() ? from : to);
    }
    return Files.isRegularFile(to) && Checkout.text(to).contains("<a id=\"" + anchor + "\">");
  }
}
