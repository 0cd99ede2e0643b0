/** Brings arrived objects and the journal's stream to the functions that the template names. */
@NullMarked
package org.firstbatch.local.delivery;

import org.jspecify.annotations.NullMarked;
