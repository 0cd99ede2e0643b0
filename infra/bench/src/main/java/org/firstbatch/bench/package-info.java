/** Measurements against peers; each bench is a class with a main method and prints one table. */
@NullMarked
package org.firstbatch.bench;

import org.jspecify.annotations.NullMarked;
