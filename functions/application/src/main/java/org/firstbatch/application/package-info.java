/** An application from its draft to the assessment (第八条, 第九条, 第十条). */
@NullMarked
package org.firstbatch.application;

import org.jspecify.annotations.NullMarked;
