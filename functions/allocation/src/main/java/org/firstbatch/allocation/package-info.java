/**
 * Allocation plans: the quarterly job, signatures, the year's position and its closing (第七条, 第十三条).
 */
@NullMarked
package org.firstbatch.allocation;

import org.jspecify.annotations.NullMarked;
