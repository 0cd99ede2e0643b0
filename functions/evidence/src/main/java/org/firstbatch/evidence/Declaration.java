package org.firstbatch.evidence;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.firstbatch.casework.json.Fields;

/**
 * What somebody says of a file before uploading it.
 *
 * @param name the file name, for people; never part of a key
 * @param type what its bytes must be
 * @param length in bytes, 1 to {@value #MOST_BYTES}
 * @param sha256 in lower-case hexadecimal
 */
public record Declaration(String name, DocumentType type, long length, String sha256) {

  /** The largest file: 20 MiB, which a function reads into memory. */
  public static final long MOST_BYTES = 20L << 20;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TYPE = Pattern.compile("application/pdf|image/png|image/jpeg");
  private static final Pattern PATH = Pattern.compile("[/\\\\:\u2044\u2215]|^\\.{1,2}$");

  /** Reads the members name, type, length and sha256; where one is wrong, the fields say so. */
  public static Declaration read(Fields fields) {
    return new Declaration(
        name(fields), type(fields), fields.number("length", 1, MOST_BYTES), sha256(fields));
  }

  /** A bare file name: text of one line, without control characters and without a path. */
  private static String name(Fields fields) {
    String name = fields.text("name", 1, 200);
    if (PATH.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).find()) {
      fields.mistake(
          "name",
          "只写文件名，不要写路径，不能含有 / \\ :，例如 “营业执照.pdf”",
          "must be a bare file name without a path, without / \\ :, for example \"licence.pdf\"");
    }
    return name;
  }

  private static DocumentType type(Fields fields) {
    String type =
        fields.matching(
            "type",
            TYPE,
            "应为 application/pdf、image/png 或 image/jpeg",
            "must be application/pdf, image/png or image/jpeg");
    return DocumentType.of(type).orElse(DocumentType.PDF);
  }

  private static String sha256(Fields fields) {
    return fields.matching(
        "sha256", SHA256, "应为 64 位小写十六进制", "must be 64 lower-case hexadecimal digits");
  }
}
