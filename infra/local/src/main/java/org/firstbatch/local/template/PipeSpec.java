package org.firstbatch.local.template;

import java.util.List;

/**
 * A pipe of the template, from a table's stream to a bus.
 *
 * @param name its logical id
 * @param table the physical name of the table whose stream it reads
 * @param filters a record passes if any of them takes it; all do if there is none
 * @param bus the bus's name
 * @param source what the events on the bus name as their source
 * @param detailType what they name as the type of their detail
 */
public record PipeSpec(
    String name,
    String table,
    List<EventPattern> filters,
    String bus,
    String source,
    String detailType) {

  public PipeSpec {
    filters = List.copyOf(filters);
  }
}
