/** Runs what template.yaml declares on one machine: {@code mvn -Plocal}. */
@NullMarked
package org.firstbatch.local;

import org.jspecify.annotations.NullMarked;
