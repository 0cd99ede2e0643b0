/** The rules of an application for certification: 第二条, 第八条, 第九条. */
@NullMarked
package org.firstbatch.measures.application;

import org.jspecify.annotations.NullMarked;
