package org.firstbatch.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.firstbatch.casework.json.Hashes;

/** Good and bad files, made when they are needed. */
final class Samples {

  private Samples() {}

  static Declaration declaration(DocumentType type, byte[] content) {
    return new Declaration(
        "file", type, content.length, HexFormat.of().formatHex(Hashes.digest().digest(content)));
  }

  static byte[] pdf(int pages) {
    return pdf(pages, false);
  }

  static byte[] pdf(int pages, boolean encrypted) {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      if (encrypted) {
        document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A PDF of one page and one more stream, with the filters that its dictionary names. */
  static byte[] pdfWithStream(String dictionary, byte[] stream) {
    List<byte[]> objects =
        List.of(
            ascii("<</Type/Catalog/Pages 2 0 R>>"),
            ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"),
            join(
                ascii("<<" + dictionary + "/Length " + stream.length + ">>\nstream\n"),
                stream,
                ascii("\nendstream")));
    return assembled(objects);
  }

  /** A PDF of one page with more in its dictionary. */
  static byte[] pdfOfPage(String dictionary) {
    return assembled(
        List.of(
            ascii("<</Type/Catalog/Pages 2 0 R>>"),
            ascii("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            ascii("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" + dictionary + ">>")));
  }

  /** A PDF whose catalogue and pages are in an object stream, with a stream of references. */
  static byte[] pdfWithObjectStream(byte[] objectStream, String filters, int first) {
    byte[] header = ascii("%PDF-1.5\n");
    byte[] objects =
        join(
            ascii(
                "4 0 obj\n<</Type/ObjStm/N 3/First %d%s/Length %d>>\nstream\n"
                    .formatted(first, filters, objectStream.length)),
            objectStream,
            ascii("\nendstream\nendobj\n"));
    int xref = header.length + objects.length;
    ByteBuffer rows = ByteBuffer.allocate(6 * 5);
    row(rows, 0, 0, 0);
    row(rows, 2, 4, 0);
    row(rows, 2, 4, 1);
    row(rows, 2, 4, 2);
    row(rows, 1, header.length, 0);
    row(rows, 1, xref, 0);
    byte[] references =
        join(
            ascii("5 0 obj\n<</Type/XRef/Size 6/W[1 3 1]/Root 1 0 R/Length 30>>\nstream\n"),
            rows.array(),
            ascii("\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n"));
    return join(header, objects, references);
  }

  /** What an object stream with a catalogue and one page holds, and the offset of its objects. */
  static String objects() {
    String catalogue = "<</Type/Catalog/Pages 2 0 R>> ";
    String pages = "<</Type/Pages/Kids[3 0 R]/Count 1>> ";
    String page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>> ";
    String index = "1 0 2 " + catalogue.length() + " 3 " + (catalogue + pages).length() + " ";
    return "%-40s".formatted(index) + catalogue + pages + page;
  }

  private static void row(ByteBuffer rows, int type, int value, int index) {
    rows.put((byte) type).put((byte) (value >> 16)).put((byte) (value >> 8)).put((byte) value);
    rows.put((byte) index);
  }

  private static byte[] assembled(List<byte[]> objects) {
    byte[] pdf = ascii("%PDF-1.4\n");
    List<Integer> offsets = new ArrayList<>();
    for (byte[] object : objects) {
      offsets.add(pdf.length);
      pdf = join(pdf, ascii(offsets.size() + " 0 obj\n"), object, ascii("\nendobj\n"));
    }
    StringBuilder end = new StringBuilder("xref\n0 " + (offsets.size() + 1) + "\n");
    end.append("0000000000 65535 f \n");
    offsets.forEach(offset -> end.append("%010d 00000 n \n".formatted(offset)));
    end.append("trailer\n<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\n");
    end.append("startxref\n" + pdf.length + "\n%%EOF\n");
    return join(pdf, ascii(end.toString()));
  }

  /** So many zero bytes, deflated, again and again. */
  static byte[] deflatedZeros(int mebibytes, int times) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
      for (int i = 0; i < mebibytes; i++) {
        out.write(new byte[1 << 20]);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    byte[] packed = bytes.toByteArray();
    for (int time = 1; time < times; time++) {
      packed = deflated(packed);
    }
    return packed;
  }

  static byte[] deflated(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static byte[] image(String format, int width, int height) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A PNG that says it is larger than it is, with a right checksum. */
  static byte[] pngOfClaimedSize(int width, int height) {
    byte[] png = image("png", 1, 1);
    ByteBuffer bytes = ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    bytes.putInt(29, (int) checksum.getValue());
    return png;
  }

  /** A JPEG that says it is larger than it is. */
  static byte[] jpegOfClaimedSize(int width, int height) {
    byte[] jpeg = image("jpeg", 8, 8);
    int frame = Bytes.indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xc0}, 0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
    return jpeg;
  }

  static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("run.bat"));
      zip.write(ascii("echo"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.writeBytes(part);
    }
    return bytes.toByteArray();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
