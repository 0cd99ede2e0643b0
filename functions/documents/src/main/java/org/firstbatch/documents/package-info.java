/** Certificates, plans and receipts as PDF, and the public pages, rendered from the journal. */
@NullMarked
package org.firstbatch.documents;

import org.jspecify.annotations.NullMarked;
