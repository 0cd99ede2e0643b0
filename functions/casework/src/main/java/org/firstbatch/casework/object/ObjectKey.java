package org.firstbatch.casework.object;

/**
 * Where an object is.
 *
 * @param bucket its bucket
 * @param path its key, not URL-encoded, 1 to 1,024 bytes of UTF-8
 */
public record ObjectKey(Bucket bucket, String path) {}
