/** docs/scheme, sentence by sentence, against the code. */
@NullMarked
package org.firstbatch.checks.law;

import org.jspecify.annotations.NullMarked;
