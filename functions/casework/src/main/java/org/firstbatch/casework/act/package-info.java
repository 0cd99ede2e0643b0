/**
 * An act: who does it and the one transaction in which the change, its history and its answer are
 * written.
 */
@NullMarked
package org.firstbatch.casework.act;

import org.jspecify.annotations.NullMarked;
