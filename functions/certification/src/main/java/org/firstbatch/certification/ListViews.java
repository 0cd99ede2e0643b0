package org.firstbatch.certification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstbatch.casework.file.Certificates.PublishedList;

/** How a list is shown, and where. */
final class ListViews {

  private ListViews() {}

  /** How a list came into the register. */
  enum Kind {
    /** Published here, from applications. */
    PUBLISHED,
    /** Published before, imported. */
    IMPORTED
  }

  static Map<String, Object> of(PublishedList list, LocalDate published, Kind kind) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("documentNumber", list.documentNumber());
    view.put("kind", kind);
    view.put("published", published);
    view.put("count", list.count());
    view.put("digest", list.digest());
    if (list.publishedAt() != null) {
      view.put("publishedAt", list.publishedAt());
    }
    return view;
  }

  static String path(String scheme, String documentNumber) {
    return "/v1/schemes/"
        + scheme
        + "/certificate-lists/"
        + URLEncoder.encode(documentNumber, StandardCharsets.UTF_8);
  }
}
