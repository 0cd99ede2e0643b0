package org.firstbatch.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.firstbatch.casework.file.Certificates.Correction;
import org.firstbatch.casework.file.Certificates.Difference;
import org.firstbatch.casework.file.Certificates.Registered;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;

/**
 * 第十条: one version of a certificate as a sheet of paper. It never says whether it was revoked: its
 * public page, to which the QR code leads, does.
 */
public final class CertificatePdf {

  private static final float SHEET = 46;
  private static final Text TITLE =
      Text.of("首批次新产品认定证书", "Certificate of a First-Batch New Product");
  private static final Text FOOT =
      Text.of(
          "是否已被更正或撤销，以公开页面为准。", "The public page says whether it has been corrected or revoked.");

  private final Typeface typeface;

  public CertificatePdf(Typeface typeface) {
    this.typeface = typeface;
  }

  /**
   * Renders the version that a registered certificate is.
   *
   * @param address of its public page
   */
  public byte[] render(String scheme, Registered registered, String address) {
    String number = registered.certificate().number();
    String subject = "%s %s v%d".formatted(scheme, number, registered.version());
    try (Paper paper = new Paper(typeface, false, TITLE, at(registered), subject, FOOT)) {
      head(paper, number);
      body(paper, registered);
      corrections(paper, registered);
      verification(paper, registered, address);
      return paper.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant at(Registered registered) {
    return registered.corrections().isEmpty()
        ? Shanghai.startOf(registered.certificate().published())
        : registered.corrections().getLast().at();
  }

  private static void head(Paper paper, String number) throws IOException {
    float height = paper.y() - SHEET + 10;
    paper.box(-14, paper.y() + 14, paper.width() + 28, height, Ink.BLUE, 1.6f);
    paper.box(-10, paper.y() + 10, paper.width() + 20, height - 8, Ink.BLUE, 0.4f);
    paper.down(36);
    paper.centred(Ink.TITLE, TITLE.zh());
    paper.centred(Ink.SUBTITLE, TITLE.en());
    paper.down(10);
    paper.centred(Ink.HEADING, "证书编号 No. " + number);
    paper.down(18);
  }

  private static void body(Paper paper, Registered registered) throws IOException {
    Certificate certificate = registered.certificate();
    float over = paper.width();
    paper.entry(over, Labels.ENTERPRISE, registered.enterpriseName());
    paper.entry(over, Labels.CREDIT_CODE, certificate.enterprise().value());
    paper.entry(over, Labels.PRODUCT, certificate.product());
    paper.entry(over, Labels.SPECIFICATION, certificate.specification());
    paper.entry(over, Labels.CLASS, certificate.productClass().label());
    paper.entry(
        over,
        Labels.VALID,
        "%s 至 to %s（含当日 inclusive）".formatted(certificate.published(), certificate.lastDay()));
    paper.entry(over, Labels.LIST, registered.list());
    paper.down(8);
    paper.paragraph(0, over, Ink.TEXT, "上述产品经审核和评审后予以认定，并随上列文号的名单公布，可据以投保综合险（实施办法第六条、第十条）。");
    paper.paragraph(
        0,
        over,
        Ink.SMALL,
        "The product above was assessed, recognised and published with that list;"
            + " it may be insured on this certificate (Measures, articles 6 and 10).");
  }

  private static void corrections(Paper paper, Registered registered) throws IOException {
    int version = 2;
    for (Correction correction : registered.corrections()) {
      paper.down(6);
      paper.paragraph(
          0,
          paper.width(),
          Ink.STRONG,
          "第 %d 版 Version %d · 更正于 corrected on %s"
              .formatted(version++, version - 1, Shanghai.dayOf(correction.at())));
      for (Difference difference : correction.differences()) {
        paper.paragraph(
            0,
            paper.width(),
            Ink.TEXT,
            "%s：%s → %s"
                .formatted(
                    Labels.field(difference.field()).zh(),
                    difference.before(),
                    difference.after()));
      }
      paper.paragraph(0, paper.width(), Ink.TEXT, "理由 Ground：" + correction.ground());
    }
  }

  private static void verification(Paper paper, Registered registered, String address)
      throws IOException {
    float side = 118;
    paper.makeRoom(side + 40);
    paper.down(22);
    float top = paper.y();
    float x = paper.width() - side;
    paper.qr(x, top, side, address);
    paper.text(0, top - 6, Ink.HEADING, "市经信委 Commission");
    paper.text(0, top - 28, Ink.TEXT, "公布日期 Published " + registered.certificate().published());
    paper.text(0, top - 58, Ink.TEXT, "扫码核验 Scan to verify");
    float line = top - 74;
    for (String part : paper.lines(address, Ink.SMALL, x - 20)) {
      paper.text(0, line, Ink.SMALL, part);
      line -= Ink.SMALL.lineHeight();
    }
  }
}
