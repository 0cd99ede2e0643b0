/** What happened, chained per aggregate; every change carries its entry in the same transaction. */
@NullMarked
package org.firstbatch.casework.journal;

import org.jspecify.annotations.NullMarked;
