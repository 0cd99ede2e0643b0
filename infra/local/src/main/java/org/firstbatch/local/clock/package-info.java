/** The law's clock, which stands where it is put, and the schedules on it. */
@NullMarked
package org.firstbatch.local.clock;

import org.jspecify.annotations.NullMarked;
