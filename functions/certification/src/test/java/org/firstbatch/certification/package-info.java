/** Tests of the certification function on records in memory. */
@NullMarked
package org.firstbatch.certification;

import org.jspecify.annotations.NullMarked;
