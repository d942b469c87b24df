package io.rungwatch.media;

import io.rungwatch.scte35.Splice;

/** SCTE 35 as it stands in a stream; `packet` counts from 0. */
public record SpliceSection(int pid, long packet, Splice splice) {}
