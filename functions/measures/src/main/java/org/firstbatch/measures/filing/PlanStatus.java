package org.firstbatch.measures.filing;

/** 第十三条: the states of a plan before it is paid. */
public enum PlanStatus {
  DRAFT,
  SIGNED,
  DISCARDED
}
