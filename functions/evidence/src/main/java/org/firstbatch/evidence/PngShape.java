package org.firstbatch.evidence;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.firstbatch.evidence.Shape.BrokenException;

/** Walks the chunks of a PNG: IHDR first, each with its right checksum, IEND last. */
final class PngShape {

  private static final int SIGNATURE = 8;
  private static final int FRAME = 12;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454e44;

  private PngShape() {}

  static Shape of(byte[] content) throws BrokenException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    int at = SIGNATURE;
    int type = chunk(bytes, at);
    if (type != IHDR || bytes.getInt(at) != 13) {
      throw new BrokenException("no IHDR first");
    }
    while (type != IEND) {
      at += FRAME + bytes.getInt(at);
      type = chunk(bytes, at);
    }
    int end = at + FRAME + bytes.getInt(at);
    return new Shape(bytes.getInt(SIGNATURE + 8), bytes.getInt(SIGNATURE + 12), 1, end);
  }

  /** The type of the chunk at an offset, which is whole and has its right checksum. */
  private static int chunk(ByteBuffer bytes, int at) throws BrokenException {
    int left = bytes.capacity() - at - FRAME;
    int length = left < 0 ? -1 : bytes.getInt(at);
    if (length < 0 || length > left) {
      throw new BrokenException("a chunk is cut off");
    }
    CRC32 checksum = new CRC32();
    checksum.update(bytes.slice(at + 4, length + 4));
    if ((int) checksum.getValue() != bytes.getInt(at + 8 + length)) {
      throw new BrokenException("a chunk has a wrong checksum");
    }
    return bytes.getInt(at + 4);
  }
}
