/** Plays the sample city through the API and checks what came out. */
@NullMarked
package org.firstbatch.local.city;

import org.jspecify.annotations.NullMarked;
