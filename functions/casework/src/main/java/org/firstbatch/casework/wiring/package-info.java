/** What every function is wired from, besides its storage and its routes. */
@NullMarked
package org.firstbatch.casework.wiring;

import org.jspecify.annotations.NullMarked;
