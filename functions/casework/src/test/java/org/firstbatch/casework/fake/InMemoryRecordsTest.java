package org.firstbatch.casework.fake;

import org.firstbatch.casework.contract.RecordsContract;
import org.firstbatch.casework.record.Records;

class InMemoryRecordsTest extends RecordsContract {

  private final Records records = new InMemoryRecords();

  @Override
  protected Records records() {
    return records;
  }
}
