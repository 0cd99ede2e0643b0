/** Tests of the application functions on records in memory. */
@NullMarked
package org.firstbatch.application;

import org.jspecify.annotations.NullMarked;
