package org.firstbatch.evidence;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Parses a PDF of which no stream is unpacked before it was measured: every stream that the parser
 * meets goes through {@link #parseCOSStream}. Files are read strictly, since the parser's repair
 * mode would read streams behind its back.
 */
final class BoundedParser extends PDFParser {

  private final PdfBudget budget;
  private boolean failed;

  BoundedParser(byte[] content, PdfBudget budget) throws IOException {
    super(new RandomAccessReadBuffer(content));
    this.budget = budget;
  }

  /** The PDF is encrypted. */
  static final class EncryptedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
    COSStream stream = super.parseCOSStream(dictionary);
    budget.spend(stream);
    return stream;
  }

  /** Whether an object could not be parsed so far, which the document takes for an empty one. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public COSBase dereferenceCOSObject(COSObject object) throws IOException {
    try {
      return super.dereferenceCOSObject(object);
    } catch (IOException e) {
      failed = true;
      throw e;
    }
  }

  /** Before anything is decrypted. */
  @Override
  protected void prepareDecryption() throws IOException {
    if (document.getTrailer().getItem(COSName.ENCRYPT) != null) {
      throw new EncryptedException();
    }
  }
}
