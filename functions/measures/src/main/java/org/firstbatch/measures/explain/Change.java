package org.firstbatch.measures.explain;

import java.util.List;

/**
 * The smallest change with which a rule that failed would have been met.
 *
 * @param steps the facts to change, each with the value that passes; empty when no fact of this
 *     record can be changed to pass
 * @param sentence the same for people
 */
public record Change(List<Step> steps, Text sentence) {
  public Change {
    steps = List.copyOf(steps);
  }

  public static Change of(Text sentence, Step... steps) {
    return new Change(List.of(steps), sentence);
  }

  /**
   * One fact to change.
   *
   * @param name the fact's place in its record, dotted
   * @param from the value that failed
   * @param to the nearest value that passes
   */
  public record Step(String name, String from, String to) {
    public static Step of(FactName name, Object from, Object to) {
      return new Step(name.path(), from.toString(), to.toString());
    }
  }
}
