/** The register of certificates (第十条), public, with the import of published lists. */
@NullMarked
package org.firstbatch.certification;

import org.jspecify.annotations.NullMarked;
