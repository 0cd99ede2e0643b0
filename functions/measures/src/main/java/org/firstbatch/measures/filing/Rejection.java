package org.firstbatch.measures.filing;

import org.firstbatch.measures.explain.Text;

/**
 * 第十三条: a body's vote to reject a claim; three on the same row and article reject it.
 *
 * @param body who votes
 * @param rowVersion the version of the row, 1 or more
 * @param article the article that the claim fails
 * @param ground why
 */
public record Rejection(Body body, int rowVersion, String article, Text ground) {}
