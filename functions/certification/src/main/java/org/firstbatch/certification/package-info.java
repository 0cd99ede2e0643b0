/**
 * Certification (第十条): lists of certificates are published whole from assessed applications, or
 * imported; certificates are corrected and revoked; the register is public.
 */
@NullMarked
package org.firstbatch.certification;

import org.jspecify.annotations.NullMarked;
