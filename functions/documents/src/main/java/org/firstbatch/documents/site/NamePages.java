package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.attr;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.link;
import static org.firstbatch.documents.site.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.firstbatch.documents.pdf.Labels;
import org.firstbatch.measures.explain.Text;

/**
 * The enterprises by the beginning of their names. A page lists the names that share a beginning;
 * where they are more than a page takes, it lists the beginnings that are one character longer. So
 * no page grows with the city, and a name added changes only the pages of its own beginning.
 */
public final class NamePages {

  private static final Text TITLE = Text.of("按企业名称查找", "Enterprises by name");

  private final Site site;
  private final List<Page> pages = new ArrayList<>();

  private NamePages(Site site) {
    this.site = site;
  }

  /**
   * The page of first characters, and the pages of one of them.
   *
   * @param sorted all enterprises by key
   * @param first the character whose pages are wanted
   */
  public static List<Page> of(Site site, List<NamedEnterprise> sorted, String first) {
    NamePages made = new NamePages(site);
    made.branch(Site.NAMES, TITLE, "", sorted);
    made.below(first, under(sorted, first));
    return made.pages;
  }

  /**
   * The path of the page that lists the names with a beginning, of which there is one.
   *
   * @param under some of the names that begin so, more than {@link ListPages#ROWS} if there are
   */
  public static String pathOf(String prefix, Function<String, List<NamedEnterprise>> under) {
    String beginning = first(prefix);
    while (beginning.length() < prefix.length() && isBranch(beginning, under.apply(beginning))) {
      beginning = prefix.substring(0, prefix.offsetByCodePoints(beginning.length(), 1));
    }
    return Site.names(beginning);
  }

  /** The first character of a searched name. */
  public static String first(String key) {
    return key.substring(0, key.offsetByCodePoints(0, 1));
  }

  private static List<NamedEnterprise> under(List<NamedEnterprise> sorted, String prefix) {
    return sorted.stream().filter(each -> each.begins(prefix)).toList();
  }

  private static boolean isBranch(String prefix, List<NamedEnterprise> under) {
    return under.size() > ListPages.ROWS
        && under.stream().anyMatch(each -> !each.key().equals(prefix));
  }

  private void below(String prefix, List<NamedEnterprise> under) {
    Text title = Text.of("名称以“" + prefix + "”开头的企业", "Names beginning with " + prefix);
    if (isBranch(prefix, under)) {
      branch(Site.names(prefix), title, prefix, under);
      longer(prefix, under).forEach((next, names) -> below(next, names));
    } else {
      leaf(prefix, title, under);
    }
  }

  private static Map<String, List<NamedEnterprise>> longer(
      String prefix, List<NamedEnterprise> under) {
    Map<String, List<NamedEnterprise>> groups = new TreeMap<>();
    for (NamedEnterprise each : under) {
      if (each.key().length() > prefix.length()) {
        int end = each.key().offsetByCodePoints(prefix.length(), 1);
        groups.computeIfAbsent(each.key().substring(0, end), _ -> new ArrayList<>()).add(each);
      }
    }
    return groups;
  }

  private void branch(String path, Text title, String prefix, List<NamedEnterprise> under) {
    List<Markup> items = new ArrayList<>();
    longer(prefix, under)
        .forEach(
            (next, names) ->
                items.add(
                    element(
                        "li",
                        link(Page.root(path) + Site.names(next), text(next)),
                        text("（" + names.size() + "）"))));
    List<NamedEnterprise> exact =
        prefix.isEmpty()
            ? List.of()
            : under.stream().filter(each -> each.key().equals(prefix)).toList();
    Markup list = element("ul", List.of(attr("class", "tiles")), all(items));
    pages.add(
        Page.of(
            site,
            path,
            title,
            all(
                Parts.heading(title),
                exact.isEmpty() ? Markup.NONE : names(path, title, exact),
                list)));
  }

  private void leaf(String prefix, Text title, List<NamedEnterprise> under) {
    pages.addAll(
        ListPages.portioned(
            site,
            Site.names(prefix),
            title,
            under,
            (path, portion) -> names(path, title, portion)));
  }

  private static Markup names(String path, Text caption, List<NamedEnterprise> names) {
    List<Markup> rows = new ArrayList<>();
    for (NamedEnterprise each : names) {
      rows.add(
          Parts.row(
              Parts.cell(
                  Labels.ENTERPRISE,
                  link(Page.root(path) + Site.enterprise(each.creditCode()), text(each.name()))),
              Parts.cell(Labels.CREDIT_CODE, element("code", text(each.creditCode())))));
    }
    return Parts.table(caption, List.of(Labels.ENTERPRISE, Labels.CREDIT_CODE), rows);
  }
}
