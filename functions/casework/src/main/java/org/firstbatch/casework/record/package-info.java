/**
 * The port for records: strongly consistent reads, one transaction for a change and its history.
 */
@NullMarked
package org.firstbatch.casework.record;

import org.jspecify.annotations.NullMarked;
