package org.firstbatch.measures.money;

/**
 * An amount in fen.
 *
 * @param fen the amount, 1/100 yuan
 */
public record Money(long fen) {}
