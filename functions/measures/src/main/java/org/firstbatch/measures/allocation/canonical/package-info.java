/**
 * The public files of a plan, byte for byte as docs/scheme/plan-format.md describes them, and the
 * program that computes one from the other.
 */
@NullMarked
package org.firstbatch.measures.allocation.canonical;

import org.jspecify.annotations.NullMarked;
