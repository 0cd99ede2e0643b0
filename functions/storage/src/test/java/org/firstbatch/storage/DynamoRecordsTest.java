package org.firstbatch.storage;

import java.time.Duration;
import org.firstbatch.casework.contract.RecordsContract;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Table;
import org.firstbatch.storage.server.DynamoDbServer;

class DynamoRecordsTest extends RecordsContract {

  private final Records records =
      new DynamoRecords(
          DynamoDbServer.get().client(),
          Table::label,
          new Backoff(3, Duration.ZERO, Duration.ZERO, bound -> bound, _ -> {}),
          3);

  @Override
  protected Records records() {
    return records;
  }
}
