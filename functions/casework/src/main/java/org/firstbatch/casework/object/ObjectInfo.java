package org.firstbatch.casework.object;

/**
 * What the store says of an object.
 *
 * @param length in bytes
 * @param contentType as it was declared at the upload
 * @param version the object's version, or its ETag where the store keeps no versions
 */
public record ObjectInfo(long length, String contentType, String version) {}
