package io.rungwatch.watch;

import io.rungwatch.check.Rendition;

/** A rendition in one of the protocols: what takes its turn to be sampled. */
public record Subject(Protocol protocol, Rendition rendition) {}
