/** Functions that are called by a schedule, an arrived object or the journal's stream. */
@NullMarked
package org.firstbatch.casework.event;

import org.jspecify.annotations.NullMarked;
