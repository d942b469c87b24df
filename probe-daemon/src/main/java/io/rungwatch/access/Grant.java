package io.rungwatch.access;

/**
 * That somebody may ask.
 *
 * @param who as the log names him
 */
public record Grant(String who, Role may, Proof proof) {}
