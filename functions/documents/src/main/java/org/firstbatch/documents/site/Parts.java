package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.attr;
import static org.firstbatch.documents.site.Markup.both;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.empty;
import static org.firstbatch.documents.site.Markup.link;
import static org.firstbatch.documents.site.Markup.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.documents.pdf.Labels;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Text;

/** What several pages show. */
final class Parts {

  private static final Markup.Attribute COLUMN = attr("role", "columnheader");
  private static final Markup.Attribute GROUP = attr("role", "rowgroup");
  private static final Text SEARCH_LABEL =
      Text.of(
          "证书编号、统一社会信用代码或企业名称开头",
          "Certificate number, credit code or how the enterprise's name begins");

  private Parts() {}

  /** The search form: a plain GET. */
  static Markup search(Site site) {
    return element(
        "form",
        List.of(
            attr("role", "search"),
            attr("method", "get"),
            attr("action", site.searchAddress()),
            attr("class", "search")),
        element("label", List.of(attr("for", "q")), both(SEARCH_LABEL)),
        element(
            "div",
            empty(
                "input",
                attr("id", "q"),
                attr("name", "q"),
                attr("type", "search"),
                attr("maxlength", "200"),
                attr("autocomplete", "off"),
                attr("required", "required")),
            element("button", List.of(attr("type", "submit")), both(Text.of("查询", "Search")))));
  }

  static Markup heading(Text text) {
    return element("h1", both(text));
  }

  static Markup day(LocalDate day) {
    return element("time", List.of(attr("datetime", day.toString())), text(day.toString()));
  }

  /** The days of validity, and a revocation; whether today is one of those days is not said. */
  static Markup validity(Certificate certificate) {
    Markup days =
        element(
            "span",
            List.of(attr("class", "days")),
            day(certificate.published()),
            text(" 至 "),
            day(certificate.lastDay()));
    Revocation revocation = certificate.revocation();
    return revocation == null ? days : all(days, text(" "), revoked());
  }

  static Markup revoked() {
    return element("strong", List.of(attr("class", "revoked")), both(Text.of("已撤销", "Revoked")));
  }

  /** A table of certificates. */
  static Markup certificates(String root, Text caption, List<Registered> all) {
    List<Markup> rows = new ArrayList<>();
    for (Registered registered : all) {
      Certificate certificate = registered.certificate();
      rows.add(
          row(
              cell(
                  Labels.NUMBER,
                  link(root + Site.certificate(certificate.number()), text(certificate.number()))),
              cell(
                  Labels.ENTERPRISE,
                  link(
                      root + Site.enterprise(certificate.enterprise().value()),
                      text(registered.enterpriseName()))),
              cell(Labels.PRODUCT, text(certificate.product() + " " + certificate.specification())),
              cell(Labels.VALID, validity(certificate))));
    }
    return table(
        caption, List.of(Labels.NUMBER, Labels.ENTERPRISE, Labels.PRODUCT, Labels.VALID), rows);
  }

  /** Roles are said as well: a browser forgets them where the narrow style changes the display. */
  static Markup table(Text caption, List<Text> heads, List<Markup> rows) {
    Markup[] columns =
        heads.stream()
            .map(head -> element("th", List.of(attr("scope", "col"), COLUMN), both(head)))
            .toArray(Markup[]::new);
    return element(
        "table",
        List.of(attr("role", "table")),
        element("caption", both(caption)),
        element("thead", List.of(GROUP), row(columns)),
        element("tbody", List.of(GROUP), all(rows)));
  }

  static Markup row(Markup... cells) {
    return element("tr", List.of(attr("role", "row")), cells);
  }

  /** A cell that carries its column's name for narrow screens, where the heads are not shown. */
  static Markup cell(Text head, Markup content) {
    return element(
        "td",
        List.of(attr("data-label", head.zh()), attr("role", "cell")),
        element("span", List.of(attr("class", "value")), content));
  }

  /** The way from page to page; nothing when there is only one. */
  static Markup pages(String path, int number, int pages) {
    if (pages == 1) {
      return Markup.NONE;
    }
    String root = Page.root(path);
    List<Markup> items = new ArrayList<>();
    if (number > 1) {
      items.add(step(root, path, number - 1, Text.of("上一页", "Previous")));
    }
    items.add(
        element(
            "li",
            List.of(attr("aria-current", "page")),
            text("第 %d / %d 页".formatted(number, pages))));
    if (number < pages) {
      items.add(step(root, path, number + 1, Text.of("下一页", "Next")));
    }
    return element(
        "nav",
        List.of(attr("aria-label", "翻页 Pages"), attr("class", "pages")),
        element("ul", all(items)));
  }

  private static Markup step(String root, String path, int number, Text label) {
    return element("li", link(root + Site.numbered(path, number), both(label)));
  }
}
