package org.firstbatch.filing;

import java.io.IOException;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether bytes are what was declared: length, SHA-256, type, and for a PDF that it can be read, is
 * not encrypted and has 1 to {@value #MOST_PAGES} pages.
 */
final class DocumentCheck {

  private static final int MOST_PAGES = 500;

  private DocumentCheck() {}

  /**
   * What came of it.
   *
   * @param pages of a PDF; null for others
   * @param reason why it failed; null when it passed
   */
  record Result(@Nullable Integer pages, @Nullable Text reason) {
    static Result failed(String zh, String en) {
      return new Result(null, Text.of(zh, en));
    }
  }

  static Result lengthDiffers(long declared, long arrived) {
    return Result.failed(
        "文件为 %d 字节，申报为 %d 字节，请重新上传".formatted(arrived, declared),
        "The file has %d bytes, %d were declared; upload it again".formatted(arrived, declared));
  }

  static Result of(Document declared, byte[] content) {
    if (content.length != declared.length()) {
      return lengthDiffers(declared.length(), content.length);
    }
    String digest = HexFormat.of().formatHex(Hashes.digest().digest(content));
    if (!digest.equals(declared.sha256())) {
      return Result.failed(
          "文件的 SHA-256 与申报不符，请重新上传", "The file's SHA-256 is not the declared one; upload it again");
    }
    if (!declared.type().begins(content)) {
      return Result.failed(
          "文件内容不是申报的类型 " + declared.type().mediaType(),
          "The bytes are not of the declared type " + declared.type().mediaType());
    }
    return declared.type() == DocumentType.PDF ? pdf(content) : new Result(null, null);
  }

  private static Result pdf(byte[] content) {
    try (PDDocument document = Loader.loadPDF(content)) {
      return document.isEncrypted() ? encrypted() : counted(pages(document));
    } catch (InvalidPasswordException _) {
      return encrypted();
    } catch (IOException | RuntimeException | StackOverflowError _) {
      // A broken file can make the parser fail in any of these ways; each means it is unreadable.
      return Result.failed(
          "PDF 无法读取，请重新生成后上传", "The PDF cannot be read; make it anew and upload it");
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
}
