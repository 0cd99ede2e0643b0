/** 第四条, 第十条: what a certificate says, as far as other rules rely on it. */
@NullMarked
package org.firstbatch.measures.certification;

import org.jspecify.annotations.NullMarked;
