package org.firstbatch.casework.record;

/** Secondary indexes, for histories only: they may lag, so nothing is decided on them. */
public enum Index {
  /**
   * The journal of a day: attribute {@code day} = scheme!yyyy-mm-dd (Shanghai), sorted by {@code
   * at}.
   */
  JOURNAL_BY_DAY(Table.JOURNAL, "day", "at"),
  /** The journal of a person: attribute {@code person} = scheme!person, sorted by {@code at}. */
  JOURNAL_BY_PERSON(Table.JOURNAL, "person", "at");

  private final Table table;
  private final String partitionAttribute;
  private final String sortAttribute;

  Index(Table table, String partitionAttribute, String sortAttribute) {
    this.table = table;
    this.partitionAttribute = partitionAttribute;
    this.sortAttribute = sortAttribute;
  }

  public Table table() {
    return table;
  }

  public String partitionAttribute() {
    return partitionAttribute;
  }

  public String sortAttribute() {
    return sortAttribute;
  }
}
