/**
 * Brings arrived objects and tables' streams to the functions that the template names, a stream
 * directly or by way of a pipe and a bus.
 */
@NullMarked
package org.firstbatch.local.delivery;

import org.jspecify.annotations.NullMarked;
