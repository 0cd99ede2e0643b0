/**
 * Refusals as values (RFC 9457), with the article, the field and what would be right; and the two
 * kinds of fault.
 */
@NullMarked
package org.firstbatch.casework.problem;

import org.jspecify.annotations.NullMarked;
