package org.firstbatch.casework.person;

/**
 * What a member may do: preparers save; signers submit, file, accept, sign; administrators keep
 * memberships.
 */
public enum Capacity {
  PREPARER,
  SIGNER,
  ADMINISTRATOR
}
