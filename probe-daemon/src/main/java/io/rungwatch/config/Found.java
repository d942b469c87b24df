package io.rungwatch.config;

/** A value and where it was written: what later turns out not to fit is told there. */
record Found<T>(T value, Spot spot) {}
