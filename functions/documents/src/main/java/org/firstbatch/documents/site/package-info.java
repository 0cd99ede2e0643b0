/** The public register as static pages: Chinese first, no script, nothing from elsewhere. */
@NullMarked
package org.firstbatch.documents.site;

import org.jspecify.annotations.NullMarked;
