/** Reads the line-based files in which the law's data ships, and says where one is broken. */
@NullMarked
package org.firstbatch.measures.datafile;

import org.jspecify.annotations.NullMarked;
