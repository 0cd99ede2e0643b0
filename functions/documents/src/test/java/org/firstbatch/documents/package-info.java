@NullMarked
package org.firstbatch.documents;

import org.jspecify.annotations.NullMarked;
