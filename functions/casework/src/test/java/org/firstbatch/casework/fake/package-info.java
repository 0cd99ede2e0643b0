/**
 * The ports in memory, with the limits of the real stores, and decorators that fail at a chosen
 * step.
 */
@NullMarked
package org.firstbatch.casework.fake;

import org.jspecify.annotations.NullMarked;
