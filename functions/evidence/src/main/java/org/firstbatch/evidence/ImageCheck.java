package org.firstbatch.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.firstbatch.evidence.BytesCheck.Result;
import org.firstbatch.evidence.Shape.BrokenException;

/**
 * Whether an image can be decoded: its size is read first, and only what is within the limits is
 * decoded, row by row into a small copy.
 */
final class ImageCheck {

  private static final int MOST_SIDE = 20_000;
  private static final long MOST_PIXELS = 50_000_000;

  /** Progressive JPEG has about ten; each goes through all pixels, however few bytes it has. */
  private static final int MOST_SCANS = 32;

  private static final int COPY_SIDE = 1000;

  private ImageCheck() {}

  static Result of(String format, byte[] content, Shape.Reader frame) {
    try {
      Shape shape = frame.read(content);
      return shape.end() == content.length ? decoded(format, content, shape) : trailing();
    } catch (BrokenException _) {
      return unreadable();
    }
  }

  private static Result decoded(String format, byte[] content, Shape shape) {
    if (shape.width() < 1 || shape.height() < 1) {
      return unreadable();
    }
    if (shape.width() > MOST_SIDE
        || shape.height() > MOST_SIDE
        || (long) shape.width() * shape.height() > MOST_PIXELS
        || shape.scans() > MOST_SCANS) {
      return tooLarge(shape);
    }
    try {
      decode(format, content, Math.max(1, Math.max(shape.width(), shape.height()) / COPY_SIDE));
      return Result.PASSED;
    } catch (IOException | RuntimeException _) {
      // A broken image can make the decoder fail in either way; each means it is unreadable.
      return unreadable();
    }
  }

  /** Takes every so many pixels and rows; metadata, which may be packed, is left alone. */
  private static void decode(String format, byte[] content, int step) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(input, true, true);
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceSubsampling(step, step, 0, 0);
      // A raster needs no colours to be understood: print shops send CMYK.
      Object _ = reader.canReadRaster() ? reader.readRaster(0, param) : reader.read(0, param);
    } finally {
      reader.dispose();
    }
  }

  private static Result unreadable() {
    return Result.failed("图片无法读取，请重新保存后上传", "The image cannot be read; save it anew and upload it");
  }

  private static Result trailing() {
    return Result.failed(
        "图片结尾之后还有其他内容，请重新保存后上传",
        "Something else follows the end of the image; save it anew and upload it");
  }

  private static Result tooLarge(Shape shape) {
    return Result.failed(
        "图片为 %d×%d 像素（%d 次扫描），最多 5000 万像素、每边 %d、%d 次扫描，请缩小后上传"
            .formatted(shape.width(), shape.height(), shape.scans(), MOST_SIDE, MOST_SCANS),
        "The image has %d×%d pixels (%d scans); at most 50 million, %d a side, %d scans: make it smaller"
            .formatted(shape.width(), shape.height(), shape.scans(), MOST_SIDE, MOST_SCANS));
  }
}
