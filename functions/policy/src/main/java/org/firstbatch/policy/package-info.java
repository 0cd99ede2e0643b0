/**
 * Policies (第二条 to 第七条, 第十一条): registering, correcting, confirming, and checks that keep nothing.
 */
@NullMarked
package org.firstbatch.policy;

import org.jspecify.annotations.NullMarked;
