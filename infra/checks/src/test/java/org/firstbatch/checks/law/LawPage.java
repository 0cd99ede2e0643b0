package org.firstbatch.checks.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of one article.
 *
 * @param number of the article, 1 to 15
 * @param stated how many sentences the page says the article has
 * @param sentences a row for each sentence, or for each part of one
 * @param rules a row for each rule
 * @param mentions every code span, each after the class that stands before it on its line
 * @param links what words in brackets lead to, from the page
 * @param text all of it
 */
record LawPage(
    int number,
    int stated,
    List<Sentence> sentences,
    List<Rule> rules,
    List<Mention> mentions,
    Map<String, String> links,
    String text) {

  private static final Pattern STATED = Pattern.compile("(?m)^Sentences: ([0-9]+)");
  private static final Pattern SENTENCE =
      Pattern.compile("第(\\p{IsHan}+)条(（\\p{IsHan}）)? ([0-9]+)(?: [a-z])?");
  private static final Pattern ANCHORED = Pattern.compile("<a id=\"([^\"]+)\"></a>`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("(?m)^\\[([^\\]]+)]: (\\S+)$");
  private static final Pattern TOKEN = Pattern.compile("\\[([A-Z][A-Za-z0-9]*)](?!\\()|`([^`]+)`");

  /** A sentence, or a part of one: where it stands, and what became of it. */
  record Sentence(String position, int place, String fate) {
    boolean isPurpose() {
      return fate.startsWith("Purpose:");
    }

    boolean isProcedural() {
      return fate.startsWith("Procedural:");
    }

    boolean namesARule() {
      return spans(fate).anyMatch(span -> RuleIds.FORM.matcher(span).matches());
    }

    boolean namesSomething() {
      return TOKEN.matcher(fate).find() || fate.contains("](");
    }
  }

  /** A rule, and the words in brackets in its columns of code and test. */
  record Rule(String anchor, String id, List<Mention> code, List<Mention> tests) {}

  /**
   * A class or a code span.
   *
   * @param type the class, or the last one named before the span; empty when there is none
   * @param span the span; empty when it is the class that is named
   */
  record Mention(String type, String span) {}

  static LawPage of(int number, String text) {
    List<String> lines = text.lines().toList();
    Matcher stated = STATED.matcher(text);
    Map<String, String> links = new HashMap<>();
    LINK.matcher(text).results().forEach(link -> links.put(link.group(1), link.group(2)));
    return new LawPage(
        number,
        stated.find() ? Integer.parseInt(stated.group(1)) : 0,
        lines.stream().map(LawPage::cells).flatMap(LawPage::sentence).toList(),
        lines.stream().map(LawPage::cells).flatMap(LawPage::rule).toList(),
        lines.stream().flatMap(line -> mentions(line).stream()).toList(),
        links,
        text);
  }

  private static List<String> cells(String line) {
    return line.startsWith("| ")
        ? Arrays.stream(line.substring(2).split(" \\|")).map(String::strip).toList()
        : List.of();
  }

  private static Stream<Sentence> sentence(List<String> cells) {
    Matcher matcher = SENTENCE.matcher(cells.isEmpty() ? "" : cells.getFirst());
    if (!matcher.matches()) {
      return Stream.of();
    }
    String item = matcher.group(2) == null ? "" : matcher.group(2);
    int place = Integer.parseInt(matcher.group(3));
    return Stream.of(new Sentence(matcher.group(1) + item, place, cells.getLast()));
  }

  private static Stream<Rule> rule(List<String> cells) {
    Matcher matcher = ANCHORED.matcher(cells.isEmpty() ? "" : cells.getFirst());
    if (!matcher.matches()) {
      return Stream.of();
    }
    List<Mention> code = mentions(cells.get(cells.size() - 2));
    return Stream.of(new Rule(matcher.group(1), matcher.group(2), code, mentions(cells.getLast())));
  }

  private static List<Mention> mentions(String line) {
    List<Mention> mentions = new ArrayList<>();
    Matcher token = TOKEN.matcher(LINK.matcher(line).matches() ? "" : line);
    for (String type = ""; token.find(); ) {
      String named = token.group(1);
      type = named == null ? type : named;
      mentions.add(new Mention(type, named == null ? token.group(2) : ""));
    }
    return mentions;
  }

  private static Stream<String> spans(String text) {
    return mentions(text).stream().map(Mention::span);
  }

  boolean hasAnchor(String anchor) {
    return rules.stream().anyMatch(rule -> rule.anchor().equals(anchor));
  }
}
