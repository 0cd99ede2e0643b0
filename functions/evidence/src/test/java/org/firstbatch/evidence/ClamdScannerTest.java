package org.firstbatch.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.firstbatch.casework.problem.RetryableFault;
import org.firstbatch.evidence.Scanner.Clean;
import org.firstbatch.evidence.Scanner.Infected;
import org.firstbatch.evidence.Scanner.NotScanned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdScannerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void shouldFindEicar() throws IOException {
    try (ClamdStub clamd = new ClamdStub(ClamdStub::clamAv)) {
      byte[] file = Samples.join(Samples.pdf(1), ClamdStub.eicar());

      assertEquals(new Infected("Eicar-Test-Signature"), scanner(clamd).scan(file));
    }
  }

  @Test
  void shouldPassWhatClamdPasses() throws IOException {
    try (ClamdStub clamd = new ClamdStub(ClamdStub::clamAv)) {
      assertEquals(new Clean(), scanner(clamd).scan(Samples.pdf(1)));
      assertEquals(new Clean(), scanner(clamd).scan(new byte[0]));
    }
  }

  @Test
  void shouldSendEveryByteOfALargeFileInOrder() throws IOException {
    byte[] large = new byte[(1 << 20) + 7];
    new Random(1).nextBytes(large);
    byte[][] seen = {new byte[0]};
    try (ClamdStub clamd =
        new ClamdStub(
            content -> {
              seen[0] = content;
              return "stream: OK";
            })) {
      assertEquals(new Clean(), scanner(clamd).scan(large));
    }
    assertTrue(Arrays.equals(large, seen[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "INSTREAM size limit exceeded. ERROR", "stream: OK but", "UNKNOWN COMMAND"})
  void shouldTryAgainLaterWithoutAVerdict(String answer) throws IOException {
    try (ClamdStub clamd = new ClamdStub(_ -> answer)) {
      Scanner scanner = scanner(clamd);

      assertThrows(RetryableFault.class, () -> scanner.scan(new byte[1]));
    }
  }

  @Test
  void shouldTryAgainLaterWhereNobodyListens() throws IOException {
    ClamdStub clamd = new ClamdStub(_ -> "");
    clamd.close();
    Scanner scanner = scanner(clamd);

    assertThrows(RetryableFault.class, () -> scanner.scan(new byte[1]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamd", ":3310", "clamd:port", "clamd:"})
  void shouldRefuseAnAddressThatIsNone(String address) {
    assertThrows(IllegalArgumentException.class, () -> new ClamdScanner(address, PATIENCE));
  }

  @Test
  void shouldBeMadeFromTheTemplatesProperty() {
    assertInstanceOf(ClamdScanner.class, made("127.0.0.1:3310"));
    assertEquals(new NotScanned(), made("").scan(new byte[1]));
  }

  private static Scanner made(String address) {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("firstbatch.scanner.address", address))) {
      return context.getBean(Scanner.class);
    }
  }

  private static Scanner scanner(ClamdStub clamd) {
    return new ClamdScanner(clamd.address(), PATIENCE);
  }
}
