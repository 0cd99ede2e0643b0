/** What the user sees: tables of Chinese and Latin text, colours, two languages. */
@NullMarked
package org.firstbatch.local.screen;

import org.jspecify.annotations.NullMarked;
