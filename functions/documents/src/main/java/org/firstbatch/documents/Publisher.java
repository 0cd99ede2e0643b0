package org.firstbatch.documents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.documents.site.Page;
import org.firstbatch.documents.site.Site;

/**
 * Puts pages on the website. Two entries may be heard at once, and both may change one page; the
 * store keeps whatever was put last. So who puts a page looks again afterwards, and puts it again
 * if the register has changed: the last to put has looked last.
 */
final class Publisher {

  private static final int MOST_ATTEMPTS = 8;
  private static final String HTML = "text/html; charset=utf-8";

  private final ObjectStore objects;
  private final Site site;

  Publisher(ObjectStore objects, Site site) {
    this.objects = objects;
    this.site = site;
  }

  /** Puts pages until they are what the register says. */
  void publish(Supplier<List<Page>> render) {
    List<Page> there = new ArrayList<>();
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      List<Page> pages = render.get();
      if (pages.equals(there)) {
        return;
      }
      for (Page page : pages) {
        if (!there.contains(page)) {
          put(page.path(), HTML, page.html().getBytes(StandardCharsets.UTF_8));
        }
      }
      there = pages;
    }
    throw new RetryableFault(
        "The register keeps changing under these pages: " + there.getFirst().path());
  }

  void put(String path, String type, byte[] content) {
    ObjectKey key = new ObjectKey(Bucket.WEBSITE, site.key(path));
    Shelf.onDisk(content, file -> objects.put(key, type, file));
  }
}
