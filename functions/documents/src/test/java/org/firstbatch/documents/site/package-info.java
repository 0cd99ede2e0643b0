@NullMarked
package org.firstbatch.documents.site;

import org.jspecify.annotations.NullMarked;
