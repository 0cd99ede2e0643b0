package org.firstbatch.evidence;

import java.util.Optional;
import org.firstbatch.evidence.BytesCheck.Result;

/**
 * Whether a file is an archive as well. A ZIP is found from its end, other archives wherever they
 * begin; so a file that opens as a document may hide one.
 */
final class Archives {

  /** The end record of a ZIP: 22 bytes, then a comment of at most 65,535. */
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};

  private static final int ZIP_END_LENGTH = 22;
  private static final int ZIP_END_FROM_BACK = ZIP_END_LENGTH + 0xffff;
  private static final byte[] RAR = {'R', 'a', 'r', '!', 0x1a, 0x07};
  private static final byte[] SEVEN_ZIP = {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c};

  private Archives() {}

  static Optional<Result> in(byte[] content) {
    return isZip(content)
            || Bytes.indexOf(content, RAR, 0) >= 0
            || Bytes.indexOf(content, SEVEN_ZIP, 0) >= 0
        ? Optional.of(
            Result.failed(
                "文件中另藏有压缩包，请只上传单纯的文件", "The file hides an archive; upload a plain document"))
        : Optional.empty();
  }

  private static boolean isZip(byte[] content) {
    int from = Math.max(0, content.length - ZIP_END_FROM_BACK);
    int end = Bytes.indexOf(content, ZIP_END, from);
    return end >= 0 && end + ZIP_END_LENGTH <= content.length;
  }
}
