package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.attr;
import static org.firstbatch.documents.site.Markup.both;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.empty;
import static org.firstbatch.documents.site.Markup.link;
import static org.firstbatch.documents.site.Markup.text;

import java.util.List;
import org.firstbatch.measures.explain.Text;

/**
 * A page of the site.
 *
 * @param path below the scheme's folder
 * @param html the whole of it
 */
public record Page(String path, String html) {

  static final Text REGISTER =
      Text.of("首批次新产品认定证书 公开查询", "Public register of first-batch certificates");

  /** A page in the site's frame. */
  static Page of(Site site, String path, Text title, Markup main) {
    String root = root(path);
    Markup html =
        element(
            "html",
            List.of(attr("lang", "zh-CN")),
            head(site, root, title),
            element(
                "body",
                skip(),
                header(root),
                element("main", List.of(attr("id", "main"), attr("tabindex", "-1")), main),
                footer(site)));
    return new Page(path, "<!DOCTYPE html>\n" + html.html() + "\n");
  }

  /** How a page of a path gets to the scheme's folder. */
  static String root(String path) {
    return path.indexOf('/') < 0 ? "" : "../";
  }

  private static Markup head(Site site, String root, Text title) {
    String policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self' " + site.api();
    return element(
        "head",
        empty("meta", attr("charset", "utf-8")),
        empty(
            "meta", attr("http-equiv", "Content-Security-Policy"), attr("content", policy.strip())),
        empty("meta", attr("name", "viewport"), attr("content", "width=device-width")),
        empty("meta", attr("name", "referrer"), attr("content", "no-referrer")),
        empty("link", attr("rel", "icon"), attr("href", "data:,")),
        element("title", title.zh() + " " + title.en() + " · 首批次 Firstbatch"),
        empty("link", attr("rel", "stylesheet"), attr("href", root + Site.STYLE_SHEET)));
  }

  private static Markup skip() {
    return element(
        "a",
        List.of(attr("class", "skip"), attr("href", "#main")),
        both(Text.of("跳到正文", "Skip to content")));
  }

  private static Markup header(String root) {
    return element(
        "header",
        element(
            "div",
            List.of(attr("class", "wide")),
            element(
                "p",
                List.of(attr("class", "site")),
                link(
                    root + Site.INDEX,
                    all(element("strong", text(REGISTER.zh())), Markup.english(REGISTER.en())))),
            element(
                "nav",
                List.of(attr("aria-label", "主要栏目 Main")),
                element(
                    "ul",
                    item(root + Site.INDEX, Text.of("首页", "Home")),
                    item(root + Site.NAMES, Text.of("按企业名称", "By name"))))));
  }

  private static Markup item(String href, Text label) {
    return element("li", link(href, both(label)));
  }

  private static Markup footer(Site site) {
    return element(
        "footer",
        element(
            "div",
            List.of(attr("class", "wide")),
            element(
                "p",
                both(
                    Text.of(
                        "依据《实施办法》第十条公布。页面只写明有效期的起止日期，请按当日日期判断是否在有效期内。",
                        "Published under article 10 of the Measures. Pages state the days of"
                            + " validity; compare them with today's date."))),
            element("p", both(Text.of("方案 " + site.scheme(), "Scheme " + site.scheme())))));
  }
}
