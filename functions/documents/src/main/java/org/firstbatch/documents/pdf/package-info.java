/** PDFs: reproducible, in a font that is embedded as a subset and has every character written. */
@NullMarked
package org.firstbatch.documents.pdf;

import org.jspecify.annotations.NullMarked;
