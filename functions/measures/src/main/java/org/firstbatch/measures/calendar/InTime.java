package org.firstbatch.measures.calendar;

/** Whether an act falls inside a period. */
public enum InTime {
  IN_TIME,
  LATE,
  /** The calendar that decides is not known yet. */
  UNDETERMINED
}
