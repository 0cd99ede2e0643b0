package org.firstbatch.journal;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import org.firstbatch.casework.fake.InMemoryRecords;
import org.firstbatch.casework.record.Records;

/** Records in memory in the place of DynamoDB. */
@Factory
final class FakeStorage {

  @Singleton
  @Replaces(Records.class)
  InMemoryRecords records() {
    return new InMemoryRecords();
  }
}
