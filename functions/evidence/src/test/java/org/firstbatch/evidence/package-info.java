@NullMarked
package org.firstbatch.evidence;

import org.jspecify.annotations.NullMarked;
