/** Quarterly filings, their documents and the review by three bodies (第十三条). */
@NullMarked
package org.firstbatch.filing;

import org.jspecify.annotations.NullMarked;
