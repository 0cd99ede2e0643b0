package org.firstbatch.evidence;

import static org.firstbatch.evidence.Samples.ascii;
import static org.firstbatch.evidence.Samples.deflated;
import static org.firstbatch.evidence.Samples.deflatedZeros;
import static org.firstbatch.evidence.Samples.image;
import static org.firstbatch.evidence.Samples.join;
import static org.firstbatch.evidence.Samples.pdf;
import static org.firstbatch.evidence.Samples.pdfWithObjectStream;
import static org.firstbatch.evidence.Samples.pdfWithStream;
import static org.firstbatch.evidence.Samples.zip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.firstbatch.evidence.BytesCheck.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Good files, and each bad one. */
class BytesCheckTest {

  private static final PdfBudget.Limits SMALL = new PdfBudget.Limits(1 << 10, 1 << 16, 1 << 17);

  @ParameterizedTest
  @ValueSource(ints = {1, 500})
  void shouldCountThePagesOfAPdf(int pages) {
    Result result = check(DocumentType.PDF, pdf(pages));

    assertNull(result.reason());
    assertEquals(pages, result.pages());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 501})
  void shouldRefuseAPdfOfNoPageOrTooMany(int pages) {
    assertRefused("500", check(DocumentType.PDF, pdf(pages)));
  }

  @Test
  void shouldRefuseAnotherLength() {
    byte[] pdf = pdf(1);
    Declaration declared = Samples.declaration(DocumentType.PDF, pdf);

    assertRefused("bytes", BytesCheck.of(declared, Arrays.copyOf(pdf, pdf.length - 1)));
  }

  @Test
  void shouldRefuseAnotherHash() {
    byte[] pdf = pdf(1);
    Declaration declared = Samples.declaration(DocumentType.PDF, pdf);
    pdf[pdf.length / 2]++;

    assertRefused("SHA-256", BytesCheck.of(declared, pdf));
  }

  @ParameterizedTest
  @CsvSource({"PDF,png", "PDF,jpeg", "PNG,jpeg", "JPEG,png"})
  void shouldRefuseAnotherTypeThanDeclared(DocumentType declared, String format) {
    assertRefused("declared type", check(declared, image(format, 4, 4)));
  }

  @Test
  void shouldRefuseWhatComesBeforeTheMagicBytes() {
    assertRefused("declared type", check(DocumentType.PDF, join(ascii("<html>\n"), pdf(1))));
  }

  @Test
  void shouldRefuseAnEncryptedPdf() {
    assertRefused("encrypted", check(DocumentType.PDF, pdf(1, true)));
  }

  @Test
  void shouldRefuseWhatIsNoPdfInside() {
    assertRefused("cannot be read", check(DocumentType.PDF, ascii("%PDF-1.7 nothing\n%%EOF\n")));
  }

  @Test
  void shouldRefuseAPdfThatIsCutOff() {
    byte[] pdf = pdf(3);

    assertRefused("end marker", check(DocumentType.PDF, Arrays.copyOf(pdf, pdf.length / 2)));
  }

  @Test
  void shouldRefuseAPdfWithAnArchiveBehindIt() {
    assertRefused("archive", check(DocumentType.PDF, join(pdf(1), zip())));
  }

  @Test
  void shouldRefuseAPdfWithAnArchiveInsideThatAnUnpackerFinds() {
    byte[] pdf = pdfWithStream("/Type/EmbeddedFile", zip());

    assertRefused("archive", check(DocumentType.PDF, pdf));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><script>alert(1)</script></html>", "#!/bin/sh", "MZ"})
  void shouldRefuseAPdfWithSomethingElseBehindIt(String tail) {
    assertRefused("follows", check(DocumentType.PDF, join(pdf(1), ascii(tail))));
  }

  @Test
  void shouldTakeStreamsOfTheUsualFilters() {
    byte[] text = deflated(ascii("BT (text) Tj ET"));

    assertNull(check(DocumentType.PDF, pdfWithStream("/Filter/FlateDecode", text)).reason());
    assertNull(check(DocumentType.PDF, pdfWithStream("/Filter/DCTDecode", text)).reason());
    assertNull(
        check(DocumentType.PDF, pdfWithStream("/Filter[/ASCIIHexDecode]", ascii("41 42>")))
            .reason());
  }

  @Test
  void shouldRefuseAStreamThatUnpacksToTooMuch() {
    byte[] bomb = pdfWithStream("/Filter/FlateDecode", deflatedZeros(129, 1));

    assertTrue(bomb.length < 200_000, "bytes " + bomb.length);
    assertRefused("unpacks", check(DocumentType.PDF, bomb));
  }

  @Test
  void shouldRefuseAStreamThatIsPackedTwice() {
    byte[] bomb = pdfWithStream("/Filter[/FlateDecode/FlateDecode]", deflatedZeros(1, 2));

    assertRefused("packed more than once", check(DocumentType.PDF, bomb));
  }

  @Test
  void shouldRefuseABombBehindATextFilterAndASpeltOutName() {
    byte[] packed = deflatedZeros(1, 1);
    byte[] hex = ascii(HexFormat.of().formatHex(packed) + ">");
    byte[] bomb = pdfWithStream("/Filter[/ASCIIHexDecode/Fl#61teDecode]", hex);

    assertRefused("unpacks", PdfCheck.of(bomb, SMALL));
  }

  @Test
  void shouldRefuseStreamsThatUnpackToTooMuchTogether() {
    byte[] packed = deflated(new byte[60_000]);
    byte[] pdf = pdfWithStream("/Filter/FlateDecode", packed);

    assertNull(PdfCheck.of(pdf, SMALL).reason());
    assertRefused("unpacks", PdfCheck.of(pdf, new PdfBudget.Limits(1 << 10, 1 << 16, 59_999)));
  }

  @Test
  void shouldReadObjectsThatAreInAnObjectStream() {
    byte[] packed = deflated(ascii(Samples.objects()));
    byte[] pdf = pdfWithObjectStream(packed, "/Filter/FlateDecode", 40);

    assertEquals(1, check(DocumentType.PDF, pdf).pages());
  }

  @Test
  void shouldRefuseAnObjectStreamThatUnpacksToTooMuchBeforeReadingIt() {
    byte[] packed = deflated(ascii(Samples.objects() + " ".repeat(1 << 10)));
    byte[] pdf = pdfWithObjectStream(packed, "/Filter/FlateDecode", 40);

    assertRefused("unpacks", PdfCheck.of(pdf, SMALL));
  }

  @Test
  void shouldRefuseObjectsThatAreNestedWithoutEnd() {
    byte[] pdf = Samples.pdfOfPage("/Deep " + "[".repeat(1_000_000));

    assertRefused("cannot be read", check(DocumentType.PDF, pdf));
  }

  @Test
  void shouldRefuseAPredictorThatAsksForHugeRows() {
    byte[] pdf =
        pdfWithStream(
            "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 32/BitsPerComponent 16"
                + "/Columns 30000000>>",
            deflated(new byte[10]));

    assertRefused("unpacks", check(DocumentType.PDF, pdf));
  }

  @ParameterizedTest
  @CsvSource({"PNG,png,1,1", "PNG,png,2500,1800", "JPEG,jpeg,1,1", "JPEG,jpeg,2500,1800"})
  void shouldTakeImages(DocumentType type, String format, int width, int height) {
    Result result = check(type, image(format, width, height));

    assertNull(result.reason());
    assertNull(result.pages());
  }

  @ParameterizedTest
  @CsvSource({"50001,1000", "20001,1", "1,20001", "2147483647,2147483647"})
  void shouldRefuseAPngBombByWhatItSaysOfItsSize(int width, int height) {
    assertRefused("pixels", check(DocumentType.PNG, Samples.pngOfClaimedSize(width, height)));
  }

  @ParameterizedTest
  @CsvSource({"65535,65535", "7072,7072"})
  void shouldRefuseAJpegBombByWhatItSaysOfItsSize(int width, int height) {
    assertRefused("pixels", check(DocumentType.JPEG, Samples.jpegOfClaimedSize(width, height)));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,5"})
  void shouldRefuseAPngWithoutASize(int width, int height) {
    assertRefused(
        "cannot be read", check(DocumentType.PNG, Samples.pngOfClaimedSize(width, height)));
  }

  @Test
  void shouldRefuseAPngWhosePixelsAreNotThere() {
    assertRefused("cannot be read", check(DocumentType.PNG, Samples.pngOfClaimedSize(900, 900)));
  }

  @Test
  void shouldRefuseAPngWithAWrongChecksum() {
    byte[] png = image("png", 4, 4);
    png[png.length - 20]++;

    assertRefused("cannot be read", check(DocumentType.PNG, png));
  }

  @Test
  void shouldRefuseAJpegThatIsGoneThroughTooOften() {
    byte[] jpeg = image("jpeg", 8, 8);
    int scan = Bytes.indexOf(jpeg, new byte[] {(byte) 0xff, (byte) 0xda}, 0);
    byte[] once = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    byte[] often = Arrays.copyOf(jpeg, jpeg.length - 2);
    for (int time = 0; time < 32; time++) {
      often = join(often, once);
    }

    assertRefused(
        "33 scans", check(DocumentType.JPEG, join(often, new byte[] {(byte) 0xff, (byte) 0xd9})));
  }

  @ParameterizedTest
  @CsvSource({"PNG,png", "JPEG,jpeg"})
  void shouldRefuseAnImageThatIsCutOff(DocumentType type, String format) {
    byte[] whole = image(format, 40, 40);

    for (int length = 3; length < whole.length; length += 7) {
      assertNotNull(check(type, Arrays.copyOf(whole, length)).reason(), "length " + length);
    }
  }

  @ParameterizedTest
  @CsvSource({"PNG,png", "JPEG,jpeg"})
  void shouldRefuseAnImageWithAnArchiveBehindIt(DocumentType type, String format) {
    assertRefused("archive", check(type, join(image(format, 4, 4), zip())));
  }

  @ParameterizedTest
  @CsvSource({"PNG,png", "JPEG,jpeg"})
  void shouldRefuseAnImageWithSomethingElseBehindIt(DocumentType type, String format) {
    byte[] tail = ascii("<script>alert(1)</script>");

    assertRefused("follows", check(type, join(image(format, 4, 4), tail)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rar!\u001a\u0007\u0001", "7z\u00bc\u00af'\u001c"})
  void shouldRefuseOtherArchivesWhereverTheyBegin(String begin) {
    byte[] archive = begin.getBytes(StandardCharsets.ISO_8859_1);

    assertRefused("archive", check(DocumentType.PDF, pdfWithStream("/X 1", archive)));
  }

  @Test
  void shouldTakeAJpegWithAFurtherPictureAsCamerasWriteThem() {
    byte[] two = join(image("jpeg", 40, 40), image("jpeg", 8, 8), new byte[4]);

    assertNull(check(DocumentType.JPEG, two).reason());
  }

  private static Result check(DocumentType type, byte[] content) {
    return BytesCheck.of(Samples.declaration(type, content), content);
  }

  private static void assertRefused(String why, Result result) {
    assertNotNull(result.reason(), "passed");
    assertTrue(result.reason().en().contains(why), result.reason().en());
  }
}
