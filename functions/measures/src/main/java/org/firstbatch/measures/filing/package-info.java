/**
 * 第十三条: filing a quarter, and how a claim then stands with the three bodies.
 *
 * <ul>
 *   <li>{@link org.firstbatch.measures.filing.FilingRules} decides a row: {@link
 *       org.firstbatch.measures.filing.TimelyFiling}, {@link
 *       org.firstbatch.measures.filing.FiledDocuments}, {@link
 *       org.firstbatch.measures.filing.CheckedFigures}, {@link
 *       org.firstbatch.measures.filing.RightToFile}
 *   <li>{@link org.firstbatch.measures.filing.ClaimStanding} gives a claim's state, {@link
 *       org.firstbatch.measures.filing.Readiness} why a plan sets it aside
 *   <li>{@link org.firstbatch.measures.filing.PlanStanding} says who may sign a plan
 * </ul>
 */
@NullMarked
package org.firstbatch.measures.filing;

import org.jspecify.annotations.NullMarked;
