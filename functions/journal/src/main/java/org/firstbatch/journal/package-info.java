/** Histories of records, days and persons, for those who may see them (第十五条). */
@NullMarked
package org.firstbatch.journal;

import org.jspecify.annotations.NullMarked;
