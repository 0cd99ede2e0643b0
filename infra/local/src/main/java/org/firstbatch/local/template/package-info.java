/**
 * Reads template.yaml and its nested stacks as CloudFormation would, as far as one machine needs
 * it.
 */
@NullMarked
package org.firstbatch.local.template;

import org.jspecify.annotations.NullMarked;
