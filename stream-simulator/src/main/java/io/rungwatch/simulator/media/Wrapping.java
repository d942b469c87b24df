package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;

/** How frames become a file. A segment is its cuts end to end. */
interface Wrapping {
    /** What is put between frames to fill a segment up comes in whole ones of these; 0 where nothing can. */
    int unit();

    /** Of a cut that is not filled up. */
    long length(Cut cut);

    /** With so many bytes more that mean nothing. */
    Body body(Cut cut, long padding);
}
