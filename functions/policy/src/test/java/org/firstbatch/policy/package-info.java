/** Tests of the policy function on the ports in memory. */
@NullMarked
package org.firstbatch.policy;

import org.jspecify.annotations.NullMarked;
