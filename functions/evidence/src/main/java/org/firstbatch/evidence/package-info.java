/** What uploaded bytes are, and whether they are what was declared. */
@NullMarked
package org.firstbatch.evidence;

import org.jspecify.annotations.NullMarked;
