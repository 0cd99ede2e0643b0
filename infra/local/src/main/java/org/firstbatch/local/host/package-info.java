/** Loads the functions' jars, each in a class loader of its own, and calls them as Lambda does. */
@NullMarked
package org.firstbatch.local.host;

import org.jspecify.annotations.NullMarked;
