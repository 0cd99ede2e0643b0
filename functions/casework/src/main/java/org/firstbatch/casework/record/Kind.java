package org.firstbatch.casework.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import org.firstbatch.casework.json.Json;
import org.firstbatch.casework.problem.PermanentFault;

/**
 * How one type of content is kept in records.
 *
 * @param name the name of the kind, used in journals, for example {@code policy}
 * @param schema the present schema number
 * @param type the content
 * @param upcast brings content of an older schema number to the present one
 * @param <T> the content
 */
public record Kind<T>(
    String name, int schema, Class<T> type, BiFunction<Integer, ObjectNode, ObjectNode> upcast) {

  /** A kind that has had one schema so far. */
  public static <T> Kind<T> of(String name, Class<T> type) {
    return new Kind<>(name, 1, type, (_, content) -> content);
  }

  /** Reads a record of this kind, also one of an older schema number. */
  public Stored<T> read(StoredRecord record) {
    if (record.schema() > schema) {
      throw new PermanentFault(
          "%s has schema %d; this function knows up to %d"
              .formatted(record.key(), record.schema(), schema));
    }
    T value =
        record.schema() == schema
            ? Json.read(record.body(), type)
            : Json.read(upcast.apply(record.schema(), Json.object(record.body())).toString(), type);
    return new Stored<>(value, record);
  }
}
