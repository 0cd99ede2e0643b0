/** Editions of a scheme: dated parameters and the sixteen questions that the text leaves open. */
@NullMarked
package org.firstbatch.measures.scheme;

import org.jspecify.annotations.NullMarked;
