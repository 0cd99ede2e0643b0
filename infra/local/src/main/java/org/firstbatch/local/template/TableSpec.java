package org.firstbatch.local.template;

import java.util.List;
import java.util.Map;

/**
 * A table of the template.
 *
 * @param name its physical name
 * @param attributes type by attribute name, for example {@code pk} → {@code S}
 * @param key its key
 * @param indexes its global secondary indexes
 * @param streamView what its stream shows; empty for no stream
 */
public record TableSpec(
    String name,
    Map<String, String> attributes,
    Key key,
    List<IndexSpec> indexes,
    String streamView) {

  public TableSpec {
    attributes = Map.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /**
   * A key.
   *
   * @param sort empty where there is none
   */
  public record Key(String partition, String sort) {}

  /**
   * A global secondary index.
   *
   * @param projection as {@code ALL}
   */
  public record IndexSpec(String name, Key key, String projection) {}
}
