package org.firstbatch.evidence;

import java.nio.ByteBuffer;
import org.firstbatch.evidence.Shape.BrokenException;

/**
 * Walks the segments of a JPEG to its end marker. Further whole JPEGs may follow, as cameras append
 * them (multi-picture format), and padding of zero bytes.
 */
final class JpegShape {

  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;

  private final ByteBuffer bytes;
  private int at;
  private int width;
  private int height;
  private int scans;

  private JpegShape(byte[] content, int start) {
    this.bytes = ByteBuffer.wrap(content);
    this.at = start;
  }

  static Shape of(byte[] content) throws BrokenException {
    Shape first = new JpegShape(content, 0).walk();
    int end = padded(content, first.end());
    while (isStart(content, end)) {
      end = padded(content, new JpegShape(content, end).walk().end());
    }
    return new Shape(first.width(), first.height(), first.scans(), end);
  }

  private static boolean isStart(byte[] content, int at) {
    return Bytes.isAt(content, new byte[] {(byte) 0xff, (byte) SOI, (byte) 0xff}, at);
  }

  private static int padded(byte[] content, int from) {
    int at = from;
    while (at < content.length && content[at] == 0) {
      at++;
    }
    return at;
  }

  private Shape walk() throws BrokenException {
    at += 2;
    int marker = marker();
    while (marker != EOI) {
      segment(marker);
      marker = marker();
    }
    if (scans == 0) {
      throw new BrokenException("no image in it");
    }
    return new Shape(width, height, scans, at);
  }

  /** The next marker; the offset is then behind it. */
  private int marker() throws BrokenException {
    if (next() != 0xff) {
      throw new BrokenException("no marker where one must be");
    }
    int marker = next();
    while (marker == 0xff) {
      marker = next();
    }
    return marker;
  }

  private void segment(int marker) throws BrokenException {
    if (isAlone(marker)) {
      return;
    }
    int start = at;
    int length = next() << 8 | next();
    if (length < 2 || start + length > bytes.capacity()) {
      throw new BrokenException("a segment is cut off");
    }
    if (isFrame(marker)) {
      frame(start, length);
    }
    at = start + length;
    if (marker == SOS) {
      scans++;
      skipScan();
    }
  }

  private void frame(int start, int length) throws BrokenException {
    if (width != 0 || length < 7) {
      throw new BrokenException("not one frame");
    }
    height = bytes.getShort(start + 3) & 0xffff;
    width = bytes.getShort(start + 5) & 0xffff;
  }

  /** To the next marker that is not part of the coded pixels. */
  private void skipScan() throws BrokenException {
    while (true) {
      int start = at;
      if (next() == 0xff) {
        int after = next();
        if (after != 0 && !(after >= 0xd0 && after <= 0xd7)) {
          at = start;
          return;
        }
      }
    }
  }

  private static boolean isAlone(int marker) {
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private int next() throws BrokenException {
    if (at >= bytes.capacity()) {
      throw new BrokenException("no end marker");
    }
    return bytes.get(at++) & 0xff;
  }
}
