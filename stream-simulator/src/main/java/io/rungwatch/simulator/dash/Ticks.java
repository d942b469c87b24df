package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;
import io.rungwatch.simulator.stream.Timeline;

/**
 * Where segments begin on the clock of their kind of media, counted from the channel's first. Video is cut, as
 * sound is, between two of its frames only, so that its segments are not all of one length.
 *
 * @param frame ticks that cannot be cut
 */
record Ticks(int scale, int frame) {
    static Ticks of(Rendition rendition) {
        Audio audio = rendition.audio();
        if (audio != null) {
            return new Ticks(48_000, audio.codec().startsWith("mp4a") ? 1024 : 1536);
        }
        Rung rung = rendition.rung();
        return rung == null ? new Ticks(1000, 1) : new Ticks(90_000, (int) (90_000 / rung.frameRate()));
    }

    /** Of any instant, cut or not. */
    long exact(long millis) {
        return millis * (scale / 1000);
    }

    long start(Timeline timeline, long index) {
        return Math.ceilDiv(exact(timeline.start(index) - timeline.start(0)), frame) * frame;
    }

    Template.Span span(Timeline timeline, long index) {
        long start = start(timeline, index);
        return new Template.Span(index, start, start(timeline, index + 1) - start);
    }

    /** Which segment begins there, or −1. */
    long index(Timeline timeline, long start) {
        long near = start / (scale / 1000) / timeline.nominalDuration();
        for (long index = Math.max(0, near - 1); index <= near + 1; index++) {
            if (start(timeline, index) == start) {
                return index;
            }
        }
        return -1;
    }
}
