package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.media.SegmentEdit;

/** What a fault does to an MPD, before or after it has become text. */
public interface MpdEdit extends SegmentEdit {
    default Mpd mpd(Mpd mpd) {
        return mpd;
    }

    default String text(String text) {
        return text;
    }
}
