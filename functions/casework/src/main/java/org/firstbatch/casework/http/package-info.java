/** One HTTP function: routes, access, idempotent commands, answers. */
@NullMarked
package org.firstbatch.casework.http;

import org.jspecify.annotations.NullMarked;
