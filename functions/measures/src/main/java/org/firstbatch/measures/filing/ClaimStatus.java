package org.firstbatch.measures.filing;

/** 第十三条: the states of a claim before a plan is signed on it. */
public enum ClaimStatus {
  FILED,
  ACCEPTED,
  HELD,
  REJECTED,
  WITHDRAWN
}
