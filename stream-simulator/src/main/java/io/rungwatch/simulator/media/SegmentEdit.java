package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;

/** What a fault does to a segment, before or after it has become bytes. */
public interface SegmentEdit {
    /** Segments keep for life what befell them at birth. */
    default boolean isAbout(long segment) {
        return false;
    }

    /** Init sections have no birth: what is wrong with them is so while the fault is on. */
    default Track init(Track track) {
        return track;
    }

    /** By which clock it comes. */
    default long due(long at) {
        return at;
    }

    /** What tells its bytes from the right ones, in an ETag. */
    default String mark() {
        return "";
    }

    default Cut cut(Cut cut) {
        return cut;
    }

    default Body body(Body body) {
        return body;
    }
}
