package org.firstbatch.measures.allocation.canonical;

/**
 * What a plan file says before its lines.
 *
 * @param input SHA-256 of the input file
 * @param plan which plan it is
 */
public record PlanHead(String input, PlanKey plan) {
  public PlanHead {
    Sha256.require("input", input);
  }
}
