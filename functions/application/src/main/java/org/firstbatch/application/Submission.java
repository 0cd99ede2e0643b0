package org.firstbatch.application;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.firstbatch.casework.file.Applications;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.measures.scheme.Condition;

/**
 * A submission, frozen whole.
 *
 * @param round 1 for the first
 * @param at the gateway's instant
 * @param form all fields as they were
 * @param evidence all checked pieces as they were
 * @param receipt the number of its receipt
 */
record Submission(
    int round, Instant at, SortedMap<String, String> form, List<Piece> evidence, String receipt) {

  static final Kind<Submission> KIND = Kind.of("submission", Submission.class);

  /** The beginning of the sort keys of an application's submissions. */
  static final String PREFIX = "submission!";

  Submission {
    form = new TreeMap<>(form);
    evidence = List.copyOf(evidence);
  }

  /**
   * A piece of evidence.
   *
   * @param condition what it shows
   * @param evidence its id
   * @param name its file's name
   * @param sha256 of its content
   */
  record Piece(Condition condition, String evidence, String name, String sha256) {}

  static RecordKey key(String scheme, String application, int round) {
    RecordKey file = Applications.key(scheme, application);
    return new RecordKey(file.table(), file.partition(), PREFIX + "%04d".formatted(round));
  }
}
