package io.rungwatch.media;

import io.rungwatch.scte35.Splice;
import java.util.Optional;

/**
 * One emsg.
 *
 * @param time in its timescale: of version 0 from the beginning of the segment on, of version 1 from that of the presentation
 * @param bytes of the message itself
 * @param splice where its scheme is that of SCTE 35
 */
public record EventMessage(
        int version,
        String scheme,
        String value,
        long timescale,
        long time,
        long duration,
        long id,
        int bytes,
        Optional<Splice> splice) {}
