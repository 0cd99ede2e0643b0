package org.firstbatch.certification;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.firstbatch.casework.act.Unit;
import org.firstbatch.casework.file.Certificates;
import org.firstbatch.casework.record.Kind;
import org.firstbatch.casework.record.RecordKey;
import org.firstbatch.casework.record.Records;
import org.firstbatch.casework.record.Stored;
import org.firstbatch.casework.record.Table;
import org.firstbatch.measures.identity.CheckedNumber;

/**
 * The running numbers of a scheme's certificates in a year. A list reserves as many as it has
 * certificates; a number is never given twice, also when its list was withdrawn.
 */
final class Numbers {

  /** The kind of the record that knows the last number given. */
  private static final Kind<Given> GIVEN = Kind.of("certificate-numbers", Given.class);

  private final Records records;
  private final String scheme;
  private final String prefix;

  Numbers(Records records, String scheme, String prefix) {
    this.records = records;
    this.scheme = scheme;
    this.prefix = prefix;
  }

  /**
   * @param last the last number given in a year
   */
  record Given(long last) {}

  /** Reserves a row of numbers and gives the first; passes over what an imported list has taken. */
  long reserve(Unit unit, int year, int count) {
    RecordKey key =
        new RecordKey(Table.CERTIFICATES, RecordKey.join(scheme, "numbers"), String.valueOf(year));
    Optional<Stored<Given>> given = records.find(key).map(GIVEN::read);
    long first = free(year, given.map(stored -> stored.value().last()).orElse(0L) + 1, count);
    Given next = new Given(first + count - 1);
    given.ifPresentOrElse(
        stored -> unit.change(GIVEN, stored, next), () -> unit.create(GIVEN, key, next));
    return first;
  }

  private long free(int year, long from, int count) {
    long first = from;
    for (long taken = lastTaken(year, first, count); taken > 0; ) {
      first = taken + 1;
      taken = lastTaken(year, first, count);
    }
    return first;
  }

  /** The last of some numbers that is taken; 0 when all are free. */
  private long lastTaken(int year, long first, int count) {
    List<RecordKey> keys =
        LongStream.range(first, first + count)
            .mapToObj(number -> Certificates.key(scheme, number(year, number)))
            .toList();
    var found = records.findAll(keys);
    int last = keys.size() - 1;
    while (last >= 0 && !found.containsKey(keys.get(last))) {
      last--;
    }
    return last < 0 ? 0 : first + last;
  }

  /** A certificate's number: prefix, year, running number, check character. */
  String number(int year, long running) {
    return CheckedNumber.complete("%s-%d-%05d-".formatted(prefix, year, running));
  }
}
