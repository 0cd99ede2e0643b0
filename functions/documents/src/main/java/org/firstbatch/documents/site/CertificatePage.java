package org.firstbatch.documents.site;

import static org.firstbatch.documents.site.Markup.all;
import static org.firstbatch.documents.site.Markup.attr;
import static org.firstbatch.documents.site.Markup.both;
import static org.firstbatch.documents.site.Markup.element;
import static org.firstbatch.documents.site.Markup.link;
import static org.firstbatch.documents.site.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.documents.pdf.Labels;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.certification.Certificate.Revocation;
import org.firstbatch.measures.explain.Text;

/** 第十条: a certificate's page, with its whole history and its papers. */
public final class CertificatePage {

  private static final Text NO_PAPER =
      Text.of("证书文件尚未生成。", "The certificate's file has not been made yet.");

  private CertificatePage() {}

  /**
   * @param papers the SHA-256 of the PDF of each version that was made
   */
  public static Page of(Site site, Registered registered, Map<Integer, String> papers) {
    Certificate certificate = registered.certificate();
    Text title = Text.of("认定证书 " + certificate.number(), "Certificate " + certificate.number());
    return Page.of(
        site,
        Site.certificate(certificate.number()),
        title,
        all(
            element(
                "h1",
                text("认定证书"),
                text(" "),
                Markup.english("Certificate"),
                text(" "),
                element("span", List.of(attr("class", "number")), text(certificate.number()))),
            standing(certificate),
            facts(registered),
            history(registered),
            papers(registered, papers)));
  }

  private static Markup standing(Certificate certificate) {
    Revocation revocation = certificate.revocation();
    if (revocation == null) {
      return element(
          "p",
          List.of(attr("class", "standing")),
          both(Text.of("有效期至", "Valid until")),
          text(" "),
          element("strong", Parts.day(certificate.lastDay())),
          text(" "),
          both(Text.of("（含当日）", "(inclusive)")));
    }
    Text effect =
        revocation.falseMaterial()
            ? Text.of("，因材料虚假，自公布之日起无效", "for false material: void from publication")
            : Text.of("，自 " + revocation.day() + " 起无效", "without effect from " + revocation.day());
    return element("p", List.of(attr("class", "standing gone")), Parts.revoked(), both(effect));
  }

  private static Markup facts(Registered registered) {
    Certificate certificate = registered.certificate();
    return element(
        "dl",
        fact(
            Labels.ENTERPRISE,
            link(
                "../" + Site.enterprise(certificate.enterprise().value()),
                text(registered.enterpriseName()))),
        fact(Labels.CREDIT_CODE, text(certificate.enterprise().value())),
        fact(Labels.PRODUCT, text(certificate.product())),
        fact(Labels.SPECIFICATION, text(certificate.specification())),
        fact(Labels.CLASS, text(certificate.productClass().label())),
        fact(Labels.VALID, Parts.validity(certificate)),
        fact(Labels.LIST, link("../" + Site.list(registered.list()), text(registered.list()))));
  }

  private static Markup fact(Text label, Markup value) {
    return element("div", element("dt", both(label)), element("dd", value));
  }

  private static Markup history(Registered registered) {
    List<Markup> events = new ArrayList<>();
    events.add(
        event(
            Parts.day(registered.certificate().published()),
            Text.of("公布（第 1 版）", "Published (version 1)"),
            Markup.NONE));
    int version = 2;
    for (Correction correction : registered.corrections()) {
      events.add(corrected(correction, version++));
    }
    Revocation revocation = registered.certificate().revocation();
    if (revocation != null) {
      events.add(
          event(
              Parts.day(revocation.day()), Text.of("撤销", "Revoked"), ground(revocation.ground())));
    }
    return element(
        "section",
        List.of(attr("aria-labelledby", "history")),
        element("h2", List.of(attr("id", "history")), both(Text.of("历次记录", "History"))),
        element("ol", List.of(attr("class", "history")), all(events)));
  }

  private static Markup corrected(Correction correction, int version) {
    List<Markup> differences = new ArrayList<>();
    for (Difference difference : correction.differences()) {
      differences.add(
          element(
              "li",
              both(Labels.field(difference.field())),
              text("："),
              element("del", text(difference.before())),
              text(" → "),
              element("ins", text(difference.after()))));
    }
    return event(
        Parts.day(Shanghai.dayOf(correction.at())),
        Text.of("更正（第 " + version + " 版）", "Corrected (version " + version + ")"),
        all(element("ul", all(differences)), ground(Text.same(correction.ground()))));
  }

  private static Markup ground(Text ground) {
    return element("p", both(Text.of("理由", "Ground")), text("："), both(ground));
  }

  private static Markup event(Markup day, Text what, Markup more) {
    return element("li", element("p", day, text(" "), element("strong", both(what))), more);
  }

  private static Markup papers(Registered registered, Map<Integer, String> papers) {
    List<Markup> items = new ArrayList<>();
    for (int version = registered.version(); version >= 1; version--) {
      String sha256 = papers.get(version);
      items.add(
          element("li", sha256 == null ? both(NO_PAPER) : paper(registered, version, sha256)));
    }
    return element(
        "section",
        List.of(attr("aria-labelledby", "papers")),
        element("h2", List.of(attr("id", "papers")), both(Text.of("证书文件", "Files"))),
        element("ul", List.of(attr("class", "papers")), all(items)));
  }

  private static Markup paper(Registered registered, int version, String sha256) {
    String href = "../" + Site.certificatePdf(registered.certificate().number(), version);
    Text label = Text.of("第 " + version + " 版（PDF）", "Version " + version + " (PDF)");
    return all(
        link(href, both(label)),
        element(
            "p", List.of(attr("class", "hash")), text("SHA-256 "), element("code", text(sha256))));
  }
}
