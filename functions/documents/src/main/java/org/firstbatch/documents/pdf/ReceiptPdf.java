package org.firstbatch.documents.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.measures.calendar.Shanghai;
import org.firstbatch.measures.explain.Text;

/** A receipt as a sheet of paper: what was done, when, and what happens next. */
public final class ReceiptPdf {

  private static final Text TITLE = Text.of("回执", "Receipt");
  private static final Text FOOT =
      Text.of(
          "编号末位为校验字符；摘要为所交内容的 SHA-256。",
          "The number ends in a check character; the digest is of what was handed in.");

  /** What the acts are called; another act is called by the type of its journal entry. */
  private static final Map<String, Text> ACTS =
      Map.of(
          "application.submitted", Text.of("提交申请", "Application submitted"),
          "application.returned", Text.of("退回补正", "Application returned"),
          "application.confirmed", Text.of("区县确认", "Application confirmed"),
          "certificates.published", Text.of("公布认定名单", "List of certificates published"),
          "filing.received", Text.of("季度申报", "Quarterly filing"),
          "filing.accepted", Text.of("接受申报", "Filing accepted"),
          "claim.accepted", Text.of("接受补贴申请", "Claim accepted"),
          "plan.signature", Text.of("签署补贴计划", "Plan signed by one body"),
          "plan.signed", Text.of("签署补贴计划（三方已签）", "Plan signed by all three bodies"));

  private final Typeface typeface;

  public ReceiptPdf(Typeface typeface) {
    this.typeface = typeface;
  }

  /** Renders the receipt that a journal entry carries. */
  public byte[] render(JournalEntry entry, Receipt receipt) {
    String subject = entry.scheme() + " " + receipt.number();
    try (Paper paper = new Paper(typeface, false, TITLE, receipt.at(), subject, FOOT)) {
      paper.down(10);
      paper.centred(Ink.TITLE, TITLE.zh());
      paper.centred(Ink.SUBTITLE, TITLE.en());
      paper.down(24);
      body(paper, entry, receipt);
      next(paper, receipt);
      return paper.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void body(Paper paper, JournalEntry entry, Receipt receipt) throws IOException {
    float over = paper.width();
    Text act = ACTS.getOrDefault(receipt.act(), Text.same(receipt.act()));
    paper.entry(over, Text.of("回执编号", "Receipt number"), receipt.number());
    paper.entry(over, Text.of("事项", "Act"), both(act));
    paper.entry(over, Text.of("对象", "Subject"), receipt.subject());
    paper.entry(over, Text.of("办理单位", "Done for"), entry.organisation());
    paper.entry(over, Text.of("时间（上海）", "Instant"), Shanghai.format(receipt.at()));
    paper.entry(over, Text.of("内容摘要", "SHA-256 of the content"), receipt.sha256());
  }

  private static void next(Paper paper, Receipt receipt) throws IOException {
    paper.down(14);
    paper.paragraph(0, paper.width(), Ink.HEADING, "下一步 What happens next");
    paper.paragraph(0, paper.width(), Ink.TEXT, receipt.next().zh());
    paper.paragraph(0, paper.width(), Ink.SMALL, receipt.next().en());
    if (receipt.by() != null) {
      paper.paragraph(0, paper.width(), Ink.STRONG, "至迟 By " + receipt.by());
    }
  }

  private static String both(Text text) {
    return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
  }
}
