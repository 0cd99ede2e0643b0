/** What every implementation of a port must do: run on the fakes and on the real stores alike. */
@NullMarked
package org.firstbatch.casework.contract;

import org.jspecify.annotations.NullMarked;
