package org.firstbatch.measures.policy;

import org.firstbatch.measures.certification.Certificate;
import org.firstbatch.measures.explain.Text;
import org.firstbatch.measures.scheme.ProductClass;
import org.jspecify.annotations.Nullable;

/**
 * Everything a decision on a policy rests on: what the insurer states, and what stands on record.
 *
 * @param policy what the insurer states
 * @param onRecord what the registers hold under the numbers it states
 */
public record PolicyFacts(Policy policy, OnRecord onRecord) {

  /** The class the certificate fixes (第四条); without a certificate, the one the policy states. */
  public ProductClass productClass() {
    Certificate certificate = onRecord.certificate();
    return certificate == null ? policy.productClass() : certificate.productClass();
  }

  /**
   * What the registers hold.
   *
   * @param certificate under the stated certificate number; null when there is none
   * @param clause under the stated clause number; null when there is none
   * @param insurer null when the regulator never registered it
   * @param firstBatchHeldBy the other subsidised policy that holds this policy's {@link
   *     FirstBatchKey}; null when the key is free
   */
  public record OnRecord(
      @Nullable Certificate certificate,
      @Nullable Clause clause,
      @Nullable InsurerRecord insurer,
      @Nullable PolicyRef firstBatchHeldBy) {}

  /** A policy by what makes it unique. */
  public record PolicyRef(String insurer, String number) {

    /** Some policy of another insurer, which whoever asks may not know. */
    public static final PolicyRef UNNAMED = new PolicyRef("", "");

    /** The policy as a sentence names it. */
    Text inWords() {
      return equals(UNNAMED)
          ? Text.of("其他保险机构的一份保单", "a policy of another insurer")
          : Text.of("保单 " + this, "policy " + this);
    }

    @Override
    public String toString() {
      return equals(UNNAMED) ? "—" : insurer + " " + number;
    }
  }
}
