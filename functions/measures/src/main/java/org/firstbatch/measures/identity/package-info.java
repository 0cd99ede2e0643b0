/**
 * Who and what things are: credit codes, numbers with a check character, names that compare equal
 * however they were typed.
 */
@NullMarked
package org.firstbatch.measures.identity;

import org.jspecify.annotations.NullMarked;
