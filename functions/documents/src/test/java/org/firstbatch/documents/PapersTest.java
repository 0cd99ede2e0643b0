package org.firstbatch.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.firstbatch.casework.act.Receipt;
import org.firstbatch.casework.file.Plans;
import org.firstbatch.casework.file.Plans.Plan;
import org.firstbatch.casework.file.Plans.Signature;
import org.firstbatch.casework.journal.JournalEntry;
import org.firstbatch.casework.json.Hashes;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.person.Role;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.money.Money;
import org.junit.jupiter.api.Test;

class PapersTest {

  private static final String LIST = "大工信发〔2026〕1号";
  private static final Instant AT = Instant.parse("2026-04-21T01:00:00Z");

  private final City city = new City();

  @Test
  void shouldSayOnACertificateWhatTheRegisterSays() throws IOException {
    city.hear(city.publish(LIST, City.many(LIST, 1)));

    String text = text(city.file("certificates/DL-2026-00001/v1.pdf"));

    for (String said :
        new String[] {
          "首批次新产品认定证书",
          "DL-2026-00001",
          "大连第1机床有限公司",
          City.code(1),
          "VMC-850U/1",
          "2026-01-05 至 to 2027-01-05",
          LIST,
          "https://www.firstbatch.example/dalian/certificates/DL-2026-00001.html"
        }) {
      assertTrue(text.contains(said), () -> said + " is not in " + text);
    }
  }

  @Test
  void shouldLeadByItsQrCodeToItsPublicPage() throws Exception {
    city.hear(city.publish(LIST, City.many(LIST, 1)));

    String address = qr(city.file("certificates/DL-2026-00001/v1.pdf"));

    assertEquals("https://www.firstbatch.example/dalian/certificates/DL-2026-00001.html", address);
    assertTrue(city.page("certificates/DL-2026-00001.html").contains("DL-2026-00001"));
  }

  /** What a camera reads on the printed page. */
  private static String qr(byte[] pdf) throws IOException, ReaderException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
      int width = page.getWidth();
      int height = page.getHeight();
      int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
      var seen = new HybridBinarizer(new RGBLuminanceSource(width, height, pixels));
      return new QRCodeReader().decode(new BinaryBitmap(seen)).getText();
    }
  }

  @Test
  void shouldMakeTheSameBytesOfTheSameCertificate() {
    City other = new City();
    city.hear(city.publish(LIST, City.many(LIST, 1)));
    other.hear(other.publish(LIST, City.many(LIST, 1)));

    assertArrayEquals(
        city.file("certificates/DL-2026-00001/v1.pdf"),
        other.file("certificates/DL-2026-00001/v1.pdf"));
  }

  @Test
  void shouldEmbedOnlyTheGlyphsThatItUses() throws IOException {
    city.hear(city.publish(LIST, City.many(LIST, 1)));
    byte[] pdf = city.file("certificates/DL-2026-00001/v1.pdf");

    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertTrue(font.isEmbedded());
        assertTrue(font.getName().matches("[A-Z]{6}\\+NotoSansSC.*"), font.getName());
      }
    }
    assertTrue(pdf.length < 120_000, () -> pdf.length + " bytes");
  }

  @Test
  void shouldMakeAReceiptForThoseWhomItsEntryConcerns() throws IOException {
    city.hear(receipted());

    Rendered rendered =
        Objects.requireNonNull(Rendered.all(city.records, "dalian", "receipt", number()).get(1));
    byte[] pdf = archived(rendered.path());
    assertTrue(rendered.organisations().contains(City.code(1)));
    assertEquals(sha256(pdf), rendered.sha256());
    assertTrue(text(pdf).contains(number()), text(pdf));
    assertTrue(text(pdf).contains("至迟 By 2026-05-12"), text(pdf));
    assertTrue(text(pdf).contains("2026-04-21T09:00:00+08:00"), text(pdf));
  }

  @Test
  void shouldMakeThePlanSheetOfTheSignedFileWithSumsInCapitals() throws IOException {
    city.hear(signedPlan(planFile()));

    String text = text(archived("documents/dalian/plans/2026-1.pdf"));
    for (String said :
        new String[] {
          "大连第1机床有限公司",
          "300,000.00",
          "（大写）叁拾万元整",
          "全额安排",
          sha256(planFile().getBytes(StandardCharsets.UTF_8)),
          "市财政局",
          "市经信委",
          "市保险监管机构",
          "已签署 Signed 2026-04-21T09:00:00+08:00"
        }) {
      assertTrue(text.contains(said), () -> said + " is not in " + text);
    }
  }

  @Test
  void shouldMakeNoPlanSheetOfAFileThatWasNotSigned() {
    JournalEntry entry = signedPlan(planFile());
    String other = planFile().replace("大连第1", "大连第2");
    ObjectKey key = Plans.file("dalian", 2026, 1, hash(planFile()), "plan");
    city.objects.put(key, "text/plain", file(other));

    PermanentFault fault = assertThrows(PermanentFault.class, () -> city.hear(entry));

    assertTrue(String.valueOf(fault.getMessage()).contains("not the one that was signed"));
  }

  private byte[] archived(String path) {
    return Objects.requireNonNull(city.objects.list(Bucket.ARCHIVE).get(path), path);
  }

  private static String number() {
    return receipt().number();
  }

  static Receipt receipt() {
    return new Receipt(
        "R20260421-0123456789-A",
        "filing.received",
        "2026Q1",
        AT,
        "a".repeat(64),
        Text.of("三方将审核此申报。", "The three bodies review this filing."),
        LocalDate.of(2026, 5, 12));
  }

  static JournalEntry receipted() {
    return City.entry("filing.received", "filing", "2026Q1", AT, Map.of("receipt", receipt()));
  }

  private JournalEntry signedPlan(String file) {
    String sha256 = hash(file);
    Signature signature = new Signature("someone", sha256, AT);
    Plan plan =
        new Plan(
            2026,
            1,
            "run-1",
            Plans.State.SIGNED,
            1,
            "b".repeat(64),
            sha256,
            null,
            Money.ofYuan(1_000_000),
            Money.ofYuan(300_000),
            Money.ZERO,
            1,
            Map.of("FUNDED", 1),
            Map.of(Role.COMMISSION, signature, Role.FINANCE, signature, Role.REGULATOR, signature),
            "system",
            AT,
            null);
    city.put(Plans.PLAN, Plans.key("dalian", 2026, 1), plan);
    city.objects.putOnce(Plans.file("dalian", 2026, 1, sha256, "plan"), "text/plain", file(file));
    return City.entry("plan.signed", "plan", "2026-1", AT, Map.of("year", 2026, "place", 1));
  }

  static String planFile() {
    return String.join(
        "\n",
        "firstbatch-plan/1\tSHA-256\t" + "b".repeat(64) + "\tdalian\t2026\t1",
        "line\t"
            + City.code(1)
            + "\t大连第1机床有限公司\tpicc\tP-1\t2026-01-20T10:00:00\t2026-04-03T09:00:00"
            + "\t30000000\t50000000\t100000000\t30000000\tFUNDED\tnone",
        "end\t1\t30000000\t0",
        "");
  }

  private static Path file(String content) {
    try {
      Path file = Files.createTempFile("plan", null);
      file.toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String hash(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Hashes.digest().digest(bytes));
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
