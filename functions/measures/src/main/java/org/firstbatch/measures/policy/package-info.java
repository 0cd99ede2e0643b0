/** The rules a policy must pass, one class per cluster of an article: 第二条 FirstBatch. */
@NullMarked
package org.firstbatch.measures.policy;

import org.jspecify.annotations.NullMarked;
