/** Holds the template, the modules and the repository's files against each other. */
@NullMarked
package org.firstbatch.checks;

import org.jspecify.annotations.NullMarked;
