package org.firstbatch.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstbatch.casework.object.Bucket;
import org.firstbatch.casework.object.ObjectKey;
import org.firstbatch.casework.object.ObjectStore.PutResult;
import org.firstbatch.casework.object.PresignedPut;
import org.firstbatch.casework.problem.PermanentFault;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.storage.server.S3Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FaultsTest {

  private static final String SHA_256_OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private final ObjectKey key = new ObjectKey(Bucket.ARCHIVE, UUID.randomUUID().toString());
  private final ScriptedS3 client = new ScriptedS3(S3Server.get().client());
  private final S3Objects objects =
      new S3Objects(
          client,
          S3Server.get().presigner(),
          S3Server::name,
          new Backoff(3, Duration.ZERO, Duration.ZERO, bound -> bound, _ -> {}));
  @TempDir Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("plan.csv"), "plan");
  }

  @Test
  void shouldTryAgainWhenTwoWritersMet() {
    client.fail(answer(409, "ConditionalRequestConflict"));
    assertEquals(PutResult.WRITTEN, objects.putOnce(key, "text/csv", file));
  }

  @Test
  void shouldFindItsOwnObjectAfterALostAnswer() {
    client.loseAnswer(SdkClientException.create("lost", new IOException("reset")));
    assertEquals(PutResult.ALREADY_THERE, objects.putOnce(key, "text/csv", file));
    assertEquals(4, objects.find(key).orElseThrow().length());
  }

  @Test
  void shouldGiveUpAfterSomeAttempts() {
    for (int i = 0; i < 12; i++) {
      client.fail(answer(503, "SlowDown"));
    }
    assertThrows(RetryableFault.class, () -> objects.putOnce(key, "text/csv", file));
    assertThrows(RetryableFault.class, () -> objects.put(key, "text/csv", file));
    assertThrows(RetryableFault.class, () -> objects.find(key));
    assertThrows(RetryableFault.class, () -> objects.open(key));
    assertEquals(12, client.requests());
  }

  @Test
  void shouldNotRepeatWhatIsForbidden() {
    client.fail(answer(403, "AccessDenied"));
    assertThrows(PermanentFault.class, () -> objects.find(key));
    assertEquals(1, client.requests());
  }

  @Test
  void shouldSignEveryHeaderOfAnUpload() {
    PresignedPut put =
        objects.presignPut(key, "text/csv", 0, SHA_256_OF_NOTHING, Duration.ofMinutes(1));
    assertEquals(
        "content-length content-type if-none-match x-amz-checksum-sha256",
        put.headers().keySet().stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(" ")));
  }

  @Test
  void shouldPresignForTheChinesePartition() {
    StorageSettings settings =
        new StorageSettings("cn-north-1", null, null, false, "local", "local", 1);
    S3Objects inChina =
        new S3Objects(client, Clients.presigner(settings), S3Server::name, Backoff.standard());
    URI uri = inChina.presignGet(key, "plan.csv", Duration.ofMinutes(1));
    assertEquals("firstbatch-archive.s3.cn-north-1.amazonaws.com.cn", uri.getHost());
    assertTrue(uri.getQuery().contains("filename*=UTF-8''plan.csv"), uri.getQuery());
  }

  private static S3Exception answer(int status, String code) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .message(code)
            .build();
  }
}
