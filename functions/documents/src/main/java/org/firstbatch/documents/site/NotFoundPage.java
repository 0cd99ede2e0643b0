package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.both;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.link;

import org.firstbatch.measures.explain.Text;

/** Where a search ends that found nothing. */
public final class NotFoundPage {

  private static final Text TITLE = Text.of("没有查到", "Nothing found");

  private NotFoundPage() {}

  public static Page of(Site site) {
    return Page.of(
        site,
        Site.NOT_FOUND,
        TITLE,
        all(
            Parts.heading(TITLE),
            element(
                "p",
                both(
                    Text.of(
                        "没有与所填内容相符的证书或企业。请核对编号的每一位；企业名称请从开头填起，例如“大连”。",
                        "No certificate or enterprise is so called. Check each character of a"
                            + " number; write a name from its beginning."))),
            Parts.search(site),
            element(
                "p", link(Site.NAMES, both(Text.of("按企业名称浏览", "Browse by name of enterprise"))))));
  }
}
