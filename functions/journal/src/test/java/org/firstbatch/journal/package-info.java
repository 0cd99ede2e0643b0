/** Tests of the journal function on records in memory. */
@NullMarked
package org.firstbatch.journal;

import org.jspecify.annotations.NullMarked;
