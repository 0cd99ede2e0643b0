/** The pages on what the text leaves open, recomputed from their own figures. */
@NullMarked
package org.firstbatch.measures.options;

import org.jspecify.annotations.NullMarked;
