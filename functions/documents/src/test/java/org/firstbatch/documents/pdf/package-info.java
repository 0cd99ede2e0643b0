@NullMarked
package org.firstbatch.documents.pdf;

import org.jspecify.annotations.NullMarked;
