package org.firstbatch.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.firstbatch.evidence.BytesCheck.Result;

/**
 * Whether a PDF can be read, is not encrypted, has 1 to {@value #MOST_PAGES} pages, ends where the
 * file ends, and unpacks within bounds, every stream of it.
 */
final class PdfCheck {

  private static final int MOST_PAGES = 500;
  private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

  private PdfCheck() {}

  static Result of(byte[] content) {
    return of(content, PdfBudget.USUAL);
  }

  static Result of(byte[] content, PdfBudget.Limits limits) {
    return endsThere(content) ? parsed(content, new PdfBudget(limits)) : trailing();
  }

  private static boolean endsThere(byte[] content) {
    int end = Bytes.lastIndexOf(content, END);
    if (end < 0) {
      return false;
    }
    for (int at = end + END.length; at < content.length; at++) {
      if (content[at] > ' ' || content[at] < 0) {
        return false;
      }
    }
    return true;
  }

  private static Result parsed(byte[] content, PdfBudget budget) {
    try {
      return parsed(new BoundedParser(content, budget), budget);
    } catch (BoundedParser.EncryptedException _) {
      return encrypted();
    } catch (IOException | RuntimeException | StackOverflowError _) {
      // A broken file can make the parser fail in any of these ways; each means it is unreadable.
      return budget.isSpent() ? tooLarge() : unreadable();
    }
  }

  private static Result parsed(BoundedParser parser, PdfBudget budget) throws IOException {
    try (PDDocument document = parser.parse(false)) {
      Result counted = counted(pages(document));
      if (counted.reason() == null && parser.hasFailed()) {
        return budget.isSpent() ? tooLarge() : unreadable();
      }
      return counted.reason() == null ? unpacked(document.getDocument(), counted, budget) : counted;
    }
  }

  private static int pages(PDDocument document) {
    int pages = 0;
    for (PDPage _ : document.getPages()) {
      if (++pages > MOST_PAGES) {
        break;
      }
    }
    return pages;
  }

  /** Parses every object, so that each stream is measured, whether a page shows it or not. */
  private static Result unpacked(COSDocument document, Result counted, PdfBudget budget) {
    for (COSObjectKey key : document.getXrefTable().keySet()) {
      Object _ = document.getObjectFromPool(key).getObject();
    }
    return budget.isSpent() ? tooLarge() : counted;
  }

  private static Result counted(int pages) {
    return pages >= 1 && pages <= MOST_PAGES
        ? new Result(pages, null)
        : Result.failed(
            "PDF 应有 1–" + MOST_PAGES + " 页", "A PDF must have 1–" + MOST_PAGES + " pages");
  }

  private static Result encrypted() {
    return Result.failed(
        "PDF 已加密，请去除密码后上传", "The PDF is encrypted; remove the password and upload it");
  }

  private static Result unreadable() {
    return Result.failed("PDF 无法读取，请重新生成后上传", "The PDF cannot be read; make it anew and upload it");
  }

  private static Result trailing() {
    return Result.failed(
        "PDF 没有结尾标记，或结尾之后还有其他内容，请重新生成后上传",
        "The PDF has no end marker, or something else follows it; make it anew and upload it");
  }

  private static Result tooLarge() {
    return Result.failed(
        "PDF 中的内容层层压缩或展开后过大，不予接收，请重新打印为 PDF 后上传",
        "The PDF is packed more than once or unpacks to too much; print it to PDF anew and upload it");
  }
}
