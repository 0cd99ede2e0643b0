package org.firstbatch.evidence;

import java.util.HexFormat;
import java.util.Optional;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.measures.explain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Whether bytes are what was declared: length, SHA-256 and type, nothing else beside it in the same
 * file, and readable within bounds. Nothing that a file says of its size is believed before it was
 * held against a limit.
 */
public final class BytesCheck {

  private BytesCheck() {}

  /**
   * What came of it.
   *
   * @param pages of a PDF; null for others
   * @param reason why it failed; null when it passed
   */
  public record Result(@Nullable Integer pages, @Nullable Text reason) {

    static final Result PASSED = new Result(null, null);

    static Result failed(String zh, String en) {
      return new Result(null, Text.of(zh, en));
    }
  }

  static Result lengthDiffers(long declared, long arrived) {
    return Result.failed(
        "文件为 %d 字节，申报为 %d 字节，请重新上传".formatted(arrived, declared),
        "The file has %d bytes, %d were declared; upload it again".formatted(arrived, declared));
  }

  /** Checks bytes that were declared. */
  public static Result of(Declaration declared, byte[] content) {
    if (content.length != declared.length()) {
      return lengthDiffers(declared.length(), content.length);
    }
    if (!HexFormat.of().formatHex(Hashes.digest().digest(content)).equals(declared.sha256())) {
      return Result.failed(
          "文件的 SHA-256 与申报不符，请重新上传", "The file's SHA-256 is not the declared one; upload it again");
    }
    if (!declared.type().begins(content)) {
      return Result.failed(
          "文件内容不是申报的类型 " + declared.type().mediaType(),
          "The bytes are not of the declared type " + declared.type().mediaType());
    }
    Optional<Result> hidden = Archives.in(content);
    return hidden.orElseGet(() -> read(declared.type(), content));
  }

  private static Result read(DocumentType type, byte[] content) {
    try {
      return switch (type) {
        case PDF -> PdfCheck.of(content);
        case PNG -> ImageCheck.of("png", content, PngShape::of);
        case JPEG -> ImageCheck.of("jpeg", content, JpegShape::of);
      };
    } catch (OutOfMemoryError _) {
      // The limits keep honest files far from it; what still gets here was made to.
      return Result.failed(
          "文件展开后过大，不予接收，请重新生成后上传", "Unpacked, the file is too large; make it anew and upload it");
    }
  }
}
