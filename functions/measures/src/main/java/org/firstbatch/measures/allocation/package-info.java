/** Which claims get how much of a fiscal year's budget, in order of insuring time (第七条, 第十三条). */
@NullMarked
package org.firstbatch.measures.allocation;

import org.jspecify.annotations.NullMarked;
