package org.firstbatch.evidence;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes the scanner that the template names. */
@Factory
final class EvidenceFactory {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Singleton
  Scanner scanner(@Value("${firstbatch.scanner.address:}") String address) {
    return address.isBlank() ? Scanner.none() : new ClamdScanner(address, PATIENCE);
  }
}
