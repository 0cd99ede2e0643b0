package org.firstbatch.documents.pdf;

import io.nayuki.qrcodegen.QrCode;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.measures.explain.Text;

/**
 * A PDF in the making, written from top to bottom. Its id and date come from what it is about, so
 * that the same content gives the same bytes.
 */
final class Paper implements AutoCloseable {

  static final float MARGIN = 48;
  private static final float FOOT = 40;

  private final PDDocument document = new PDDocument();
  private final Typeface typeface;
  private final PDFont font;
  private final PDRectangle format;
  private final String foot;
  private PDPageContentStream out;
  private float y;

  /**
   * @param title of the document, shown by readers
   * @param at the instant of the act that it is about
   * @param subject names the document: gives its id
   * @param foot what stands at the foot of each page
   */
  Paper(Typeface typeface, boolean wide, Text title, Instant at, String subject, Text foot)
      throws IOException {
    this.typeface = typeface;
    font = typeface.in(document);
    PDRectangle a4 = PDRectangle.A4;
    format = wide ? new PDRectangle(/* width= */ a4.getHeight(), /* height= */ a4.getWidth()) : a4;
    this.foot = foot.zh() + "  " + foot.en();
    describe(title, at, subject);
    out = page();
  }

  private void describe(Text title, Instant at, String subject) {
    Calendar date = Calendar.getInstance(TimeZone.getTimeZone("Asia/Shanghai"));
    date.setTimeInMillis(at.toEpochMilli());
    document.getDocumentInformation().setTitle(title.zh() + " " + title.en());
    document.getDocumentInformation().setSubject(subject);
    document.getDocumentInformation().setProducer("Firstbatch");
    document.getDocumentInformation().setCreationDate(date);
    document.getDocumentInformation().setModificationDate(date);
    document.setDocumentId(ByteBuffer.wrap(Hashes.sha256(subject)).getLong());
    document.getDocumentCatalog().setLanguage("zh-CN");
    PDViewerPreferences shown = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
    shown.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(shown);
  }

  private PDPageContentStream page() throws IOException {
    PDPage page = new PDPage(format);
    document.addPage(page);
    y = format.getHeight() - MARGIN;
    return new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
  }

  /** Goes on on a new page unless there is room for so much; says whether it did. */
  boolean makeRoom(float height) throws IOException {
    if (y - height >= MARGIN + FOOT) {
      return false;
    }
    out.close();
    out = page();
    return true;
  }

  float width() {
    return format.getWidth() - 2 * MARGIN;
  }

  float y() {
    return y;
  }

  void down(float points) {
    y -= points;
  }

  /** A line of text whose top is at y; x is measured from the margin. */
  void text(float x, float top, Ink ink, String text) throws IOException {
    typeface.require(text);
    out.beginText();
    out.setFont(font, ink.size());
    out.setNonStrokingColor(ink.color());
    out.setStrokingColor(ink.color());
    out.setLineWidth(ink.size() / 36);
    out.setRenderingMode(ink.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    out.newLineAtOffset(MARGIN + x, top - ink.size() * 1.12f);
    out.showText(text);
    out.endText();
  }

  void right(float x, float top, Ink ink, String text) throws IOException {
    text(x - typeface.width(text, ink.size()), top, ink, text);
  }

  void centred(Ink ink, String text) throws IOException {
    for (String line : Lines.of(typeface, text, ink.size(), width())) {
      text((width() - typeface.width(line, ink.size())) / 2, y, ink, line);
      y -= ink.lineHeight();
    }
  }

  /** A paragraph over a width, which moves on. */
  void paragraph(float x, float over, Ink ink, String text) throws IOException {
    for (String line : Lines.of(typeface, text, ink.size(), over)) {
      makeRoom(ink.lineHeight());
      text(x, y, ink, line);
      y -= ink.lineHeight();
    }
  }

  List<String> lines(String text, Ink ink, float over) {
    return Lines.of(typeface, text, ink.size(), over);
  }

  void rule(Color color, float thickness) throws IOException {
    line(0, y, width(), color, thickness);
  }

  void line(float x, float top, float length, Color color, float thickness) throws IOException {
    out.setStrokingColor(color);
    out.setLineWidth(thickness);
    out.moveTo(MARGIN + x, top);
    out.lineTo(MARGIN + x + length, top);
    out.stroke();
  }

  void box(float x, float top, float boxWidth, float height, Color color, float thickness)
      throws IOException {
    out.setStrokingColor(color);
    out.setLineWidth(thickness);
    out.addRect(MARGIN + x, top - height, boxWidth, height);
    out.stroke();
  }

  /** A QR code of error correction M, its quiet zone within the side given. */
  void qr(float x, float top, float side, String text) throws IOException {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    float dot = side / (code.size + 8);
    out.setNonStrokingColor(Color.BLACK);
    for (int row = 0; row < code.size; row++) {
      for (int column = 0; column < code.size; column++) {
        if (code.getModule(column, row)) {
          out.addRect(MARGIN + x + (column + 4) * dot, top - (row + 5) * dot, dot, dot);
        }
      }
    }
    out.fill();
  }

  /** A label in both languages and what it says, on a line of its own. */
  void entry(float over, Text label, String value) throws IOException {
    List<String> lines = lines(value, Ink.TEXT, over - 130);
    makeRoom(Math.max(30, lines.size() * Ink.TEXT.lineHeight() + 10));
    text(0, y, Ink.TEXT, label.zh());
    text(0, y - 14, Ink.SMALL.of(7), label.en());
    float top = y;
    for (String line : lines) {
      text(130, top, Ink.STRONG, line);
      top -= Ink.STRONG.lineHeight();
    }
    y = Math.min(y - 27, top - 3);
    line(0, y + 2, over, Ink.RULE, 0.5f);
    y -= 5;
  }

  /** The whole PDF. */
  byte[] bytes() throws IOException {
    out.close();
    int pages = document.getNumberOfPages();
    for (int number = 1; number <= pages; number++) {
      out =
          new PDPageContentStream(
              document, document.getPage(number - 1), AppendMode.APPEND, true, true);
      text(0, MARGIN, Ink.SMALL, foot);
      right(width(), MARGIN, Ink.SMALL, number + " / " + pages);
      out.close();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
