/** The stores, as processes of their own that end with this one. */
@NullMarked
package org.firstbatch.local.server;

import org.jspecify.annotations.NullMarked;
