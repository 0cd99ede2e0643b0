/**
 * What a rule answers: findings with article, facts, parameters and the smallest change that would
 * have passed, and the decision they add up to.
 */
@NullMarked
package org.firstbatch.measures.explain;

import org.jspecify.annotations.NullMarked;
