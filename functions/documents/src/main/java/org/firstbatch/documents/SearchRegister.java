package org.firstbatch.documents;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.documents.site.ListPages;
import org.firstbatch.documents.site.NamePages;
import org.firstbatch.documents.site.NamedEnterprise;
import org.firstbatch.documents.site.Site;
import org.firstbatch.measures.identity.Names;

/**
 * The search form of the public pages: sends the browser on to the page of a number, of a credit
 * code, or of the names that begin so; else to the page that says that nothing was found. A browser
 * without script comes here, so every question is answered by a page.
 */
final class SearchRegister {

  private static final int LONGEST = 200;

  private final Known known;
  private final Website website;

  SearchRegister(Known known, Website website) {
    this.known = known;
    this.website = website;
  }

  Outcome<Reply> ask(Call call) {
    String asked = call.query("q").map(SearchRegister::plain).orElse("");
    String path = asked.isEmpty() ? Site.INDEX : path(call.scheme(), asked);
    return Outcome.done(Reply.seeOther(website.of(call.scheme()).address(path)));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  private String path(String scheme, String asked) {
    if (asked.length() > LONGEST) {
      return Site.NOT_FOUND;
    }
    return page(scheme, asked)
        .or(() -> page(scheme, asked.toUpperCase(Locale.ROOT)))
        .or(() -> names(scheme, Names.key(asked)))
        .orElse(Site.NOT_FOUND);
  }

  private Optional<String> page(String scheme, String asked) {
    if (known.hasPage(scheme, "certificate", asked)) {
      return Optional.of(Site.certificate(asked));
    }
    return known.hasPage(scheme, "enterprise", asked)
        ? Optional.of(Site.enterprise(asked))
        : Optional.empty();
  }

  private Optional<String> names(String scheme, String key) {
    List<NamedEnterprise> found = key.isEmpty() ? List.of() : known.namesUnder(scheme, key, 2);
    return switch (found.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Site.enterprise(found.getFirst().creditCode()));
      default ->
          Optional.of(
              NamePages.pathOf(
                  key, prefix -> known.namesUnder(scheme, prefix, ListPages.ROWS + 1)));
    };
  }
}
