/** Deploys the template to LocalStack and uses what was deployed. */
@NullMarked
package org.firstbatch.localstack;

import org.jspecify.annotations.NullMarked;
