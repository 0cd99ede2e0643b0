package org.firstbatch.checks.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firstbatch.checks.law.LawPage.Mention;
import org.firstbatch.checks.law.LawPage.Rule;
import org.firstbatch.checks.law.LawPage.Sentence;

/**
 * The pages of all articles against the recorded counts and the code.
 *
 * @param pages a page an article
 * @param counts how many sentences stand at each position, like 八（三）
 * @param code what the code has
 */
record LawMap(List<LawPage> pages, Map<String, Integer> counts, Code code) {

  static final String NUMBERS = "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五";

  private static final Pattern ROUTE = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (/.*)");
  private static final Pattern TEST = Pattern.compile("should\\w+");

  /**
   * What the code has.
   *
   * @param rules every rule's id
   * @param routes like {@code GET /v1/schemes/{scheme}/deadlines}
   * @param keys of an edition
   * @param files whether a link from a page leads to a file
   * @param sources the text of the source file that a link from a page leads to
   */
  record Code(
      Set<String> rules,
      Set<String> routes,
      Set<String> keys,
      Predicate<String> files,
      Sources sources) {}

  /** Reads a source file by a link from a page. */
  interface Sources {
    String read(String link);
  }

  /** Everything that is wrong; nothing when each sentence and each rule has its place. */
  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    for (LawPage page : pages) {
      List<String> ofPage = new ArrayList<>();
      counted(page, ofPage);
      decided(page, ofPage);
      page.rules().forEach(rule -> explained(page, rule, ofPage));
      page.mentions().forEach(mention -> exists(page, mention, ofPage));
      ofPage.forEach(mistake -> mistakes.add("%02d.md: %s".formatted(page.number(), mistake)));
    }
    for (String rule : code.rules()) {
      if (pageOf(rule).stream().noneMatch(page -> page.hasAnchor(rule))) {
        mistakes.add("rule %s of the code has no row on the page of its article".formatted(rule));
      }
    }
    return mistakes;
  }

  private void counted(LawPage page, List<String> mistakes) {
    Map<String, Integer> recorded = new TreeMap<>(counts);
    recorded.keySet().removeIf(position -> !article(position).equals(name(page.number())));
    int sum = recorded.values().stream().mapToInt(Integer::intValue).sum();
    if (page.stated() != sum) {
      mistakes.add("says %d sentences, recorded are %d".formatted(page.stated(), sum));
    }
    Map<String, Set<Integer>> found =
        page.sentences().stream()
            .collect(
                Collectors.groupingBy(
                    Sentence::position,
                    TreeMap::new,
                    Collectors.mapping(Sentence::place, Collectors.toCollection(TreeSet::new))));
    Map<String, Set<Integer>> wanted = new TreeMap<>();
    recorded.forEach((position, count) -> wanted.put(position, upTo(count)));
    if (!found.equals(wanted)) {
      mistakes.add("has entries for %s, the article has %s".formatted(found, wanted));
    }
  }

  private static Set<Integer> upTo(int count) {
    return IntStream.rangeClosed(1, count).boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static void decided(LawPage page, List<String> mistakes) {
    for (Sentence sentence : page.sentences()) {
      boolean decided =
          sentence.isPurpose()
              || (sentence.isProcedural() ? sentence.namesSomething() : sentence.namesARule());
      if (!decided) {
        mistakes.add(
            "%s %d names neither a rule nor what the product offers"
                .formatted(sentence.position(), sentence.place()));
      }
    }
  }

  private void explained(LawPage page, Rule rule, List<String> mistakes) {
    if (!rule.anchor().equals(rule.id()) || !pageOf(rule.id()).contains(page)) {
      mistakes.add("rule %s is anchored as %s here".formatted(rule.id(), rule.anchor()));
    }
    if (rule.code().isEmpty() || rule.tests().stream().noneMatch(test -> isTest(test.span()))) {
      mistakes.add("rule %s names no class or no test".formatted(rule.id()));
    }
    if (page.sentences().stream().noneMatch(each -> each.fate().contains("`" + rule.id() + "`"))) {
      mistakes.add("no sentence leads to rule %s".formatted(rule.id()));
    }
  }

  private void exists(LawPage page, Mention mention, List<String> mistakes) {
    String span = mention.span();
    String link = page.links().getOrDefault(mention.type(), "");
    if (span.isEmpty()) {
      if (!link.endsWith("/" + mention.type() + ".java") || !code.files().test(link)) {
        mistakes.add("there is no class [%s] at '%s'".formatted(mention.type(), link));
      }
    } else if (isTest(span)) {
      if (!code.files().test(link) || !code.sources().read(link).contains("void " + span + "(")) {
        mistakes.add("there is no test %s in [%s]".formatted(span, mention.type()));
      }
    } else if (!isKnown(span)) {
      mistakes.add("`%s` is no rule, route or key".formatted(span));
    }
  }

  private boolean isKnown(String span) {
    return code.rules().contains(span)
        || code.keys().contains(span)
        || code.routes().contains(ROUTE.matcher(span).replaceFirst("$1 /v1/schemes/{scheme}$2"));
  }

  private static boolean isTest(String span) {
    return TEST.matcher(span).matches();
  }

  private List<LawPage> pageOf(String rule) {
    return pages.stream().filter(page -> rule.startsWith(page.number() + ".")).toList();
  }

  static String name(int number) {
    return NUMBERS.split(" ")[number - 1];
  }

  private static String article(String position) {
    return position.replaceFirst("（.*", "");
  }

  /** The counts, as they are printed. */
  String summary() {
    Map<String, List<Sentence>> sentences =
        pages.stream()
            .flatMap(page -> page.sentences().stream())
            .collect(Collectors.groupingBy(each -> each.position() + " " + each.place()));
    long ruled = count(sentences, Sentence::namesARule);
    long purpose =
        sentences.values().stream()
            .filter(parts -> parts.stream().allMatch(Sentence::isPurpose))
            .count();
    return "The law, mapped: %d sentences of %d articles: %d decided by %d rules, %d procedural, %d purpose"
        .formatted(
            sentences.size(),
            pages.size(),
            ruled,
            code.rules().size(),
            sentences.size() - ruled - purpose,
            purpose);
  }

  private static long count(Map<String, List<Sentence>> sentences, Predicate<Sentence> anyPart) {
    return sentences.values().stream().filter(parts -> parts.stream().anyMatch(anyPart)).count();
  }
}
