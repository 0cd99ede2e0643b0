/**
 * The rules a policy must pass; facts in, findings out, {@link
 * org.firstbatch.measures.policy.PolicyRules} runs them all.
 *
 * <table>
 * <caption>Where an article is</caption>
 * <tr><td>第二条</td><td>{@link org.firstbatch.measures.policy.FirstBatch}, {@link
 *     org.firstbatch.measures.policy.FirstBatchKey}</td></tr>
 * <tr><td>第三条</td><td>{@link org.firstbatch.measures.policy.RateCeiling}, {@link
 *     org.firstbatch.measures.policy.FiledClause}</td></tr>
 * <tr><td>第四条</td><td>{@link org.firstbatch.measures.policy.Coverage}, {@link
 *     org.firstbatch.measures.policy.NegotiatedTerms}</td></tr>
 * <tr><td>第五条</td><td>{@link org.firstbatch.measures.policy.SignedContract}, {@link
 *     org.firstbatch.measures.policy.Cover}</td></tr>
 * <tr><td>第六条, 第十条</td><td>{@link org.firstbatch.measures.policy.Certified}</td></tr>
 * <tr><td>第七条</td><td>{@link org.firstbatch.measures.policy.Subsidy}, {@link
 *     org.firstbatch.measures.policy.EndorsementOrSurrender}</td></tr>
 * <tr><td>第十一条</td><td>{@link org.firstbatch.measures.policy.InsuringWindow}, {@link
 *     org.firstbatch.measures.policy.Deadline}</td></tr>
 * <tr><td>第十二条, 第十五条（二）</td><td>{@link
 *     org.firstbatch.measures.policy.SelectedInsurer}</td></tr>
 * <tr><td>第十五条（五）</td><td>{@link org.firstbatch.measures.policy.SchemeTerm}</td></tr>
 * </table>
 */
@NullMarked
package org.firstbatch.measures.policy;

import org.jspecify.annotations.NullMarked;
