/** The ports for records and documents on DynamoDB and S3; the only package that knows the SDK. */
@NullMarked
package org.firstbatch.storage;

import org.jspecify.annotations.NullMarked;
