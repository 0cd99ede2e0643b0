/** Tests of the programme function on records in memory. */
@NullMarked
package org.firstbatch.programme;

import org.jspecify.annotations.NullMarked;
