/**
 * The official calendar as data, and how periods are counted on it, with the reason of each day.
 */
@NullMarked
package org.firstbatch.measures.calendar;

import org.jspecify.annotations.NullMarked;
