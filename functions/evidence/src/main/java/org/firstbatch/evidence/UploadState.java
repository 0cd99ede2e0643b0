package org.firstbatch.evidence;

/** Where a declared file is. */
public enum UploadState {
  DECLARED,
  CHECKED,
  FAILED
}
