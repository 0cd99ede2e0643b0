/** Amounts in fen and exact rates; nothing is rounded silently. */
@NullMarked
package org.firstbatch.measures.money;

import org.jspecify.annotations.NullMarked;
