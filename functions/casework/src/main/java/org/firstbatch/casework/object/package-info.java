/** The port for documents: write-once objects, presigned links. */
@NullMarked
package org.firstbatch.casework.object;

import org.jspecify.annotations.NullMarked;
