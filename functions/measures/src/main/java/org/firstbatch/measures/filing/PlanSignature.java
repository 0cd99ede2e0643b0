package org.firstbatch.measures.filing;

/**
 * 第十三条: one body's signature on a plan.
 *
 * @param body for which it was signed
 * @param person who signed
 * @param hash the SHA-256 of the plan that was signed, in lower-case hexadecimal
 */
public record PlanSignature(Body body, String person, String hash) {}
