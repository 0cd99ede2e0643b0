package org.firstbatch.casework.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer an RFC 6901 pointer into the request body, or {@code ?name} for a query parameter,
 *     {@code #name} for a header, <code>{name}</code> for a part of the path
 * @param zh what is wrong and what would be right, in Chinese
 * @param en the same in English
 */
public record FieldError(String pointer, String zh, String en) {}
