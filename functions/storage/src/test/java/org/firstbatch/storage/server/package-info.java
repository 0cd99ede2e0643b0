/**
 * Starts the stores that tests run against, each as a process of its own, one of each for all tests
 * of a run.
 */
@NullMarked
package org.firstbatch.storage.server;

import org.jspecify.annotations.NullMarked;
