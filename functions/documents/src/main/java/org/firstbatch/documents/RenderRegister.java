package org.firstbatch.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firstbatch.casework.file.Certificates.PublishedList;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.pdf.CertificatePdf;
import org.firstbatch.documents.site.CertificatePage;
import org.firstbatch.documents.site.ListPages;
import org.firstbatch.documents.site.ListRow;
import org.firstbatch.documents.site.NamePages;
import org.firstbatch.documents.site.NotFoundPage;
import org.firstbatch.documents.site.Page;
import org.firstbatch.documents.site.Site;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.identity.Names;

/**
 * Brings the public register up to what an entry of the journal says: papers first, then pages. A
 * list is worked on in portions, and what was made is not made again, so that a run that was
 * stopped goes on where it was. A paper that cannot be made holds nothing else back: everything
 * else is published, then the fault is thrown.
 */
final class RenderRegister {

  private static final int NEWEST_CERTIFICATES = 20;
  private static final String STYLE = "/site/style.css";

  private final Site site;
  private final Known known;
  private final RegisterReader register;
  private final CertificatePapers papers;
  private final Publisher publisher;

  RenderRegister(
      Records records, ObjectStore objects, Editions editions, CertificatePdf pdf, Site site) {
    this.site = site;
    known = new Known(records, editions);
    register = new RegisterReader(records, site.scheme());
    papers = new CertificatePapers(records, new Shelf(records, objects, editions), pdf, site);
    publisher = new Publisher(objects, site);
  }

  /** What must be looked at again, gathered portion by portion. */
  private static final class Touched {
    final Set<String> enterprises = new TreeSet<>();
    final Set<String> firstCharacters = new TreeSet<>();
    final List<RuntimeException> faults = new ArrayList<>();
  }

  /** A list was published or imported. */
  void list(JournalEntry entry) {
    PublishedList list =
        register
            .findList(entry.subject())
            .orElseThrow(() -> new PermanentFault("No such published list: " + entry.subject()));
    ListRow row = new ListRow(list.documentNumber(), published(entry), list.count());
    Touched touched = new Touched();
    known.list(site.scheme(), entry.at(), row);
    register.eachPortion(
        list.documentNumber(), portion -> certificates(entry.at(), portion, touched));
    shared(Set.of(row), touched);
  }

  /** An imported list says when it was published; another is published by its entry. */
  private static LocalDate published(JournalEntry entry) {
    return entry.facts().hasNonNull("published")
        ? LocalDate.parse(entry.facts().path("published").asText())
        : Shanghai.dayOf(entry.at());
  }

  /** A certificate was corrected or revoked. */
  void certificate(JournalEntry entry) {
    Registered registered =
        register
            .find(entry.subject())
            .orElseThrow(() -> new PermanentFault("No such certificate: " + entry.subject()));
    Touched touched = new Touched();
    touched.enterprises.add(Versions.asOf(registered, 1).certificate().enterprise().value());
    certificates(entry.at(), List.of(registered), touched);
    Set<ListRow> lists =
        known.newestFirst(site.scheme()).stream()
            .filter(row -> row.documentNumber().equals(registered.list()))
            .collect(Collectors.toSet());
    shared(lists, touched);
  }

  private void certificates(Instant at, List<Registered> portion, Touched touched) {
    for (Registered registered : portion) {
      makePapers(registered, touched);
      know(at, registered);
      touched.enterprises.add(registered.certificate().enterprise().value());
      touched.firstCharacters.add(NamePages.first(Names.key(registered.enterpriseName())));
    }
    List<String> numbers = portion.stream().map(each -> each.certificate().number()).toList();
    publisher.publish(() -> certificatePages(numbers));
  }

  private void makePapers(Registered registered, Touched touched) {
    try {
      papers.make(registered);
    } catch (PermanentFault fault) {
      touched.faults.add(fault);
    }
  }

  private void know(Instant at, Registered registered) {
    String number = registered.certificate().number();
    String code = registered.certificate().enterprise().value();
    known.page(site.scheme(), at, "certificate", number, Site.certificate(number));
    known.page(site.scheme(), at, "enterprise", code, Site.enterprise(code));
    known.name(site.scheme(), at, registered.enterpriseName(), code);
  }

  private List<Page> certificatePages(Collection<String> numbers) {
    return register.registered(numbers).stream()
        .map(each -> CertificatePage.of(site, each, papers.hashes(each)))
        .toList();
  }

  /** The pages that several certificates share. */
  private void shared(Set<ListRow> lists, Touched touched) {
    publisher.put(Site.STYLE_SHEET, "text/css; charset=utf-8", style());
    publisher.publish(() -> List.of(NotFoundPage.of(site)));
    for (ListRow list : lists) {
      publisher.publish(() -> ListPages.ofList(site, list, register.ofList(list.documentNumber())));
      publisher.publish(() -> year(list.published().getYear()));
    }
    touched.enterprises.forEach(code -> publisher.publish(() -> enterprise(code)));
    touched.firstCharacters.forEach(
        first -> publisher.publish(() -> NamePages.of(site, known.byName(site.scheme()), first)));
    publisher.publish(() -> List.of(index()));
    if (!touched.faults.isEmpty()) {
      throw touched.faults.getFirst();
    }
  }

  private List<Page> year(int year) {
    return ListPages.ofYear(
        site,
        year,
        known.newestFirst(site.scheme()).stream()
            .filter(row -> row.published().getYear() == year)
            .toList());
  }

  private List<Page> enterprise(String code) {
    return ListPages.ofEnterprise(site, code, register.ofEnterprise(code));
  }

  private Page index() {
    List<ListRow> lists = known.newestFirst(site.scheme());
    List<Registered> newest = new ArrayList<>();
    for (ListRow list : lists) {
      if (newest.size() < NEWEST_CERTIFICATES) {
        newest.addAll(register.ofList(list.documentNumber(), NEWEST_CERTIFICATES - newest.size()));
      }
    }
    return ListPages.index(site, lists, newest);
  }

  private static byte[] style() {
    try (InputStream in = RenderRegister.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new PermanentFault("The style is not in the jar: " + STYLE);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
