/**
 * PDFs of certificates, plans and receipts, and the public register as static pages; made from the
 * journal's stream, stored once.
 */
@NullMarked
package org.firstbatch.documents;

import org.jspecify.annotations.NullMarked;
