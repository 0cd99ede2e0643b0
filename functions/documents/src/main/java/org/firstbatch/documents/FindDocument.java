package org.firstbatch.documents;

import java.text.Normalizer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.firstbatch.casework.http.Call;
import org.firstbatch.casework.http.Reply;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.Outcome;
import org.firstbatch.casework.problem.Problem;
import org.firstbatch.casework.record.Records;
import org.firstbatch.documents.site.Site;

/**
 * Leads to a PDF. A certificate's is on the website; a plan's and a receipt's are in the archive,
 * for five minutes. A receipt is for those whom it concerns, as its journal entry is.
 */
final class FindDocument {

  private static final Duration LINK = Duration.ofMinutes(5);
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern PLACE = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,3}");

  private final Records records;
  private final ObjectStore objects;
  private final Website website;

  FindDocument(Records records, ObjectStore objects, Website website) {
    this.records = records;
    this.objects = objects;
    this.website = website;
  }

  /** A version of a certificate, the present one unless {@code ?version=} says which. */
  Outcome<Reply> certificate(Call call) {
    String number = Normalizer.normalize(call.path("certificate"), Normalizer.Form.NFKC).strip();
    Map<Integer, Rendered> versions =
        Rendered.all(records, call.scheme(), Rendered.CERTIFICATE, number);
    int newest = versions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    return version(call, newest)
        .then(
            version ->
                versions.containsKey(version)
                    ? Outcome.done(Reply.seeOther(address(call, number, version)))
                    : missing());
  }

  private static Outcome<Integer> version(Call call, int newest) {
    String version = call.query("version").orElse(String.valueOf(newest));
    return VERSION.matcher(version).matches()
        ? Outcome.done(Integer.valueOf(version))
        : newest == 0 && call.query("version").isEmpty()
            ? missing()
            : Outcome.refused(
                Problem.invalid(
                    "?version", "应为 1 起的整数，如 1", "must be a whole number from 1, for example 1"));
  }

  private String address(Call call, String number, int version) {
    return website.of(call.scheme()).address(Site.certificatePdf(number, version));
  }

  /** A signed plan, for everybody. */
  Outcome<Reply> plan(Call call) {
    String year = call.path("year");
    String place = call.path("place");
    if (!YEAR.matcher(year).matches() || !PLACE.matcher(place).matches()) {
      return missing();
    }
    String subject = RenderPlan.subject(Integer.parseInt(year), Integer.parseInt(place));
    return find(call, Rendered.PLAN, subject)
        .map(found -> Outcome.done(link(found, call.scheme() + "-plan-" + subject + ".pdf")))
        .orElseGet(FindDocument::missing);
  }

  /** A receipt, for the organisations that its act concerned, the three bodies and auditors. */
  Outcome<Reply> receipt(Call call) {
    return find(call, Rendered.RECEIPT, call.path("receipt"))
        .filter(found -> mayRead(call, found))
        .map(found -> Outcome.done(link(found, found.subject() + ".pdf")))
        .orElseGet(FindDocument::missing);
  }

  private static boolean mayRead(Call call, Rendered receipt) {
    Role role = call.as().role();
    return role == Role.AUDITOR
        || role.isReviewBody()
        || receipt.organisations().contains(call.organisation());
  }

  private Optional<Rendered> find(Call call, String of, String subject) {
    return records
        .find(Rendered.key(call.scheme(), of, subject, 1))
        .map(record -> Rendered.KIND.read(record).value());
  }

  private Reply link(Rendered rendered, String name) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("sha256", rendered.sha256());
    body.put("length", rendered.length());
    body.put("link", objects.presignGet(rendered.object(), name, LINK).toString());
    body.put("validForSeconds", LINK.toSeconds());
    return Reply.ok(body);
  }

  private static <T> Outcome<T> missing() {
    return Outcome.refused(Problem.notFound());
  }
}
