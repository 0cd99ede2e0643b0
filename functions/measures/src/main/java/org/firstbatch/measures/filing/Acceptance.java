package org.firstbatch.measures.filing;

/**
 * 第十三条: a body accepts a claim in one version of its row; a corrected row voids it.
 *
 * @param body who accepted
 * @param rowVersion the version of the row that it accepted, 1 or more
 */
public record Acceptance(Body body, int rowVersion) {}
