package org.firstbatch.casework.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectInfo;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore;
import org.firstbatch.casework.object.ObjectStore.PutResult;
import org.firstbatch.casework.object.PresignedPut;
import org.firstbatch.casework.problem.PermanentFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store of documents must do. Each test works under a path of its own. */
public abstract class ObjectStoreContract {

  private static final Duration SHORT = Duration.ofMinutes(5);
  private static final byte[] CONTENT = "%PDF-1.7 保险合同".getBytes(StandardCharsets.UTF_8);
  private static final String PDF = "application/pdf";

  private final String folder = "dalian/" + UUID.randomUUID();
  @TempDir Path files = Path.of("");

  /** The store under test. */
  protected abstract ObjectStore objects();

  /** Sends an upload as a browser would, and says which HTTP status came back. */
  protected abstract int upload(URI uri, Map<String, String> headers, byte[] body)
      throws IOException;

  /** Follows a link to read; empty when the store refuses. */
  protected abstract Optional<byte[]> download(URI uri) throws IOException;

  @Test
  void shouldFindNothingWhereNothingWasWritten() {
    assertEquals(Optional.empty(), objects().find(key("nothing")));
    assertThrows(PermanentFault.class, () -> objects().open(key("nothing")));
  }

  @Test
  void shouldWriteOnceAndKeepWhatIsThere() throws IOException {
    assertEquals(PutResult.WRITTEN, objects().putOnce(key("a.pdf"), PDF, file(CONTENT)));
    assertEquals(
        PutResult.ALREADY_THERE, objects().putOnce(key("a.pdf"), PDF, file(new byte[] {1})));
    assertArrayEquals(CONTENT, bytes(key("a.pdf")));
    ObjectInfo info = objects().find(key("a.pdf")).orElseThrow();
    assertEquals(CONTENT.length, info.length());
    assertEquals(PDF, info.contentType());
    assertFalse(info.version().isEmpty());
  }

  @Test
  void shouldReplacePublicPages() throws IOException {
    ObjectKey page = new ObjectKey(Bucket.WEBSITE, folder + "/index.html");
    objects().put(page, "text/html", file(new byte[] {1}));
    String first = objects().find(page).orElseThrow().version();
    objects().put(page, "text/html", file(CONTENT));
    assertArrayEquals(CONTENT, bytes(page));
    assertNotEquals(first, objects().find(page).orElseThrow().version());
  }

  @Test
  void shouldKeepBucketsApart() throws IOException {
    objects().putOnce(key("a"), PDF, file(CONTENT));
    assertEquals(Optional.empty(), objects().find(new ObjectKey(Bucket.DROP, folder + "/a")));
  }

  @Test
  void shouldTakeAnyCharacterInAPath() throws IOException {
    ObjectKey key = key("合同 副本+1 (终)#50%&?.pdf");
    objects().putOnce(key, PDF, file(CONTENT));
    assertArrayEquals(CONTENT, bytes(key));
    assertArrayEquals(CONTENT, download(objects().presignGet(key, "合同.pdf", SHORT)).orElseThrow());
  }

  @Test
  void shouldTakeAnEmptyAndALargeFile() throws IOException {
    byte[] large = new byte[9 * 1024 * 1024];
    large[large.length - 1] = 5;
    objects().putOnce(key("empty"), PDF, file(new byte[0]));
    objects().putOnce(key("large"), PDF, file(large));
    assertArrayEquals(new byte[0], bytes(key("empty")));
    assertArrayEquals(large, bytes(key("large")));
  }

  @Test
  void shouldTakeTheUploadThatWasAnnounced() throws IOException {
    PresignedPut put = presign(key("up.pdf"));
    assertEquals(200, upload(put.uri(), put.headers(), CONTENT));
    assertArrayEquals(CONTENT, bytes(key("up.pdf")));
    assertEquals(PDF, objects().find(key("up.pdf")).orElseThrow().contentType());
  }

  @Test
  void shouldRefuseASecondUpload() throws IOException {
    PresignedPut put = presign(key("up.pdf"));
    upload(put.uri(), put.headers(), CONTENT);
    assertEquals(412, upload(put.uri(), put.headers(), CONTENT));
    assertEquals(412, upload(presign(key("up.pdf")).uri(), put.headers(), CONTENT));
  }

  @Test
  void shouldRefuseOtherBytesOfTheSameLength() throws IOException {
    byte[] other = CONTENT.clone();
    other[0]++;
    PresignedPut put = presign(key("up.pdf"));
    assertEquals(400, upload(put.uri(), put.headers(), other));
    assertEquals(Optional.empty(), objects().find(key("up.pdf")));
  }

  @Test
  void shouldRefuseAnotherLength() throws IOException {
    PresignedPut put = presign(key("up.pdf"));
    assertRefused(upload(put.uri(), put.headers(), new byte[CONTENT.length + 1]), key("up.pdf"));
  }

  @Test
  void shouldRefuseAHeaderThatIsNotAsSigned() throws IOException {
    PresignedPut put = presign(key("up.pdf"));
    for (String name : put.headers().keySet()) {
      if (!name.equalsIgnoreCase("Content-Length")) {
        Map<String, String> without = new HashMap<>(put.headers());
        without.remove(name);
        assertRefused(upload(put.uri(), without, CONTENT), key("up.pdf"));
      }
    }
    Map<String, String> other = new HashMap<>(put.headers());
    other.replaceAll((name, value) -> name.equalsIgnoreCase("Content-Type") ? "text/html" : value);
    assertRefused(upload(put.uri(), other, CONTENT), key("up.pdf"));
  }

  @Test
  void shouldRefuseAnUploadToAnotherPlace() throws IOException {
    PresignedPut put = presign(key("up.pdf"));
    URI elsewhere = URI.create(put.uri().toString().replace("up.pdf", "us.pdf"));
    assertNotEquals(put.uri(), elsewhere);
    assertRefused(upload(elsewhere, put.headers(), CONTENT), key("us.pdf"));
  }

  @Test
  void shouldRefuseALinkForMoreThanSevenDays() {
    Duration tooLong = Duration.ofDays(7).plusSeconds(1);
    assertThrows(
        IllegalArgumentException.class,
        () -> objects().presignPut(key("a"), PDF, 1, sha256(CONTENT), tooLong));
    assertThrows(
        IllegalArgumentException.class, () -> objects().presignGet(key("a"), "a", tooLong));
  }

  @Test
  void shouldGiveALinkThatReadsOneObjectOnly() throws IOException {
    objects().putOnce(key("a.pdf"), PDF, file(CONTENT));
    objects().putOnce(key("b.pdf"), PDF, file(CONTENT));
    URI link = objects().presignGet(key("a.pdf"), "a.pdf", SHORT);
    assertArrayEquals(CONTENT, download(link).orElseThrow());
    URI elsewhere = URI.create(link.toString().replace("/a.pdf", "/b.pdf").replace("Fa.", "Fb."));
    assertNotEquals(link, elsewhere);
    assertEquals(Optional.empty(), download(elsewhere));
    assertEquals(Optional.empty(), download(objects().presignGet(key("nothing"), "a.pdf", SHORT)));
  }

  private void assertRefused(int status, ObjectKey key) {
    assertTrue(status >= 400 && status < 500, "status " + status);
    assertEquals(Optional.empty(), objects().find(key));
  }

  private PresignedPut presign(ObjectKey key) {
    return objects().presignPut(key, PDF, CONTENT.length, sha256(CONTENT), SHORT);
  }

  private ObjectKey key(String name) {
    return new ObjectKey(Bucket.EVIDENCE, folder + "/" + name);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(Files.createTempFile(files, "content", ".bin"), content);
  }

  private byte[] bytes(ObjectKey key) throws IOException {
    try (InputStream in = objects().open(key)) {
      return in.readAllBytes();
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
