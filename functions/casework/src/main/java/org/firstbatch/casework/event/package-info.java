/** Functions that are called by a schedule, an arrived object, the journal's bus or its stream. */
@NullMarked
package org.firstbatch.casework.event;

import org.jspecify.annotations.NullMarked;
