package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.link;
import static org.firstbatch.documents.site.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.measures.explain.Text;

/** Pages of certificates, of one list or of one enterprise, and of lists, of one year. */
public final class ListPages {

  /** How many rows a page has. */
  public static final int ROWS = 100;

  private static final Text COUNT = Text.of("证书数", "Certificates");
  private static final Text PUBLISHED = Text.of("公布日期", "Published");
  private static final Text DOCUMENT = Text.of("公布文号", "List");

  private ListPages() {}

  /** The pages of one published list, by number of certificate. */
  public static List<Page> ofList(Site site, ListRow list, List<Registered> certificates) {
    Text title = Text.of("认定名单 " + list.documentNumber(), "List " + list.documentNumber());
    Markup intro =
        element(
            "p",
            Markup.both(PUBLISHED),
            text("："),
            Parts.day(list.published()),
            text(" · "),
            Markup.both(COUNT),
            text("：" + list.count()));
    return paged(site, Site.list(list.documentNumber()), title, intro, certificates);
  }

  /** The pages of one enterprise, by number of certificate. */
  public static List<Page> ofEnterprise(
      Site site, String creditCode, List<Registered> certificates) {
    String name = certificates.isEmpty() ? creditCode : certificates.getLast().enterpriseName();
    Markup intro = element("p", text("统一社会信用代码 "), element("code", text(creditCode)));
    return paged(site, Site.enterprise(creditCode), Text.same(name), intro, certificates);
  }

  private static List<Page> paged(
      Site site, String path, Text title, Markup intro, List<Registered> certificates) {
    Text caption = Text.of("认定证书", "Certificates");
    return portioned(
        site,
        path,
        title,
        certificates,
        (own, portion) -> all(intro, Parts.certificates(Page.root(own), caption, portion)));
  }

  /**
   * Pages of at most {@value #ROWS} rows, each with the way to the others.
   *
   * @param place the path of the first
   * @param part what a page shows of its rows, by its path
   */
  static <T> List<Page> portioned(
      Site site, String place, Text title, List<T> rows, BiFunction<String, List<T>, Markup> part) {
    List<Page> pages = new ArrayList<>();
    List<List<T>> portions = portions(rows);
    for (int i = 0; i < portions.size(); i++) {
      String own = Site.numbered(place, i + 1);
      pages.add(
          Page.of(
              site,
              own,
              title,
              all(
                  Parts.heading(title),
                  part.apply(own, portions.get(i)),
                  Parts.pages(place, i + 1, portions.size()))));
    }
    return pages;
  }

  /** Cut into portions of {@value #ROWS}; at least one. */
  private static <T> List<List<T>> portions(List<T> all) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from == 0 || from < all.size(); from += ROWS) {
      portions.add(all.subList(from, Math.min(from + ROWS, all.size())));
    }
    return portions;
  }

  /** The pages of one year: its lists, newest first. */
  public static List<Page> ofYear(Site site, int year, List<ListRow> newestFirst) {
    Text title = Text.of(year + " 年公布的名单", "Lists published in " + year);
    return portioned(
        site,
        Site.year(year),
        title,
        newestFirst,
        (own, portion) -> lists(Page.root(own), title, portion));
  }

  /**
   * The first page: search, the newest certificates, the newest lists, and the way to all others.
   */
  public static Page index(
      Site site, List<ListRow> newestFirst, List<Registered> newestCertificates) {
    return Page.of(
        site,
        Site.INDEX,
        Page.REGISTER,
        all(
            Parts.heading(Page.REGISTER),
            Parts.search(site),
            Parts.certificates("", Text.of("最近公布的证书", "Latest certificates"), newestCertificates),
            lists(
                "",
                Text.of("最近公布的名单", "Latest lists"),
                newestFirst.subList(0, Math.min(10, newestFirst.size()))),
            years(newestFirst)));
  }

  private static Markup years(List<ListRow> lists) {
    Map<Integer, Integer> counts = new TreeMap<>();
    lists.forEach(list -> counts.merge(list.published().getYear(), 1, Integer::sum));
    List<Markup> items = new ArrayList<>();
    new TreeMap<>(counts)
        .descendingMap()
        .forEach(
            (year, count) ->
                items.add(
                    element(
                        "li", link(Site.year(year), text(year + " 年")), text("（" + count + "）"))));
    return element(
        "section",
        element("h2", Markup.both(Text.of("全部名单，按年度", "All lists, by year"))),
        element("ul", List.of(Markup.attr("class", "tiles")), all(items)));
  }

  private static Markup lists(String root, Text caption, List<ListRow> lists) {
    List<Markup> rows = new ArrayList<>();
    for (ListRow list : lists) {
      rows.add(
          Parts.row(
              Parts.cell(
                  DOCUMENT,
                  link(root + Site.list(list.documentNumber()), text(list.documentNumber()))),
              Parts.cell(PUBLISHED, Parts.day(list.published())),
              Parts.cell(COUNT, text(String.valueOf(list.count())))));
    }
    return Parts.table(caption, List.of(DOCUMENT, PUBLISHED, COUNT), rows);
  }
}
