package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import java.util.List;

/** How frames become a file. */
interface Wrapping {
    /** Cuts lie end to end, each the same bytes that it is alone: a part of a segment is a slice of it. Text has one head. */
    Body body(List<Cut> cuts);
}
