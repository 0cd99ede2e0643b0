/** Strict reading of what arrives and one way of writing what leaves. */
@NullMarked
package org.firstbatch.casework.json;

import org.jspecify.annotations.NullMarked;
