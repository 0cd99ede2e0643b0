package org.firstbatch.casework.http;

import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Table;

/**
 * The first answer to an idempotency key.
 *
 * @param hash the SHA-256 of the request
 * @param answer what was answered
 */
record StoredAnswer(String hash, HttpAnswer answer) {

  static final Kind<StoredAnswer> KIND = Kind.of("answer", StoredAnswer.class);

  static RecordKey key(String scheme, String person, String idempotencyKey) {
    return new RecordKey(Table.REQUESTS, RecordKey.join(scheme, person), idempotencyKey);
  }
}
