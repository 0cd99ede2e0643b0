package org.firstbatch.evidence;

/**
 * What the frame of an image file says, read without unpacking anything.
 *
 * @param width in pixels
 * @param height in pixels
 * @param scans how many times the pixels are gone through: 1 but for progressive JPEG
 * @param end the offset behind the image
 */
record Shape(int width, int height, int scans, int end) {

  /** The file ends early, or is not built as its type must be. */
  static final class BrokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenException(String message) {
      super(message);
    }
  }

  /** Reads the frame of one type of image. */
  @FunctionalInterface
  interface Reader {
    Shape read(byte[] content) throws BrokenException;
  }
}
