/** 第十三条: what a quarter may hold, when it arrives, and how a claim stands with the three bodies. */
@NullMarked
package org.firstbatch.measures.filing;

import org.jspecify.annotations.NullMarked;
