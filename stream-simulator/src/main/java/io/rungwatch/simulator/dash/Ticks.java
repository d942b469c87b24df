package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Audio;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Rung;

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

    /** A Period has no hole at its beginning: its first frame is the one that is on then, which also ends the Period before. */
    long start(Channel channel, long index) {
        return channel.beginsPeriod(index)
                ? Math.floorDiv(offset(channel, index), frame) * frame
                : Math.ceilDiv(offset(channel, index), frame) * frame;
    }

    private long end(Channel channel, long index) {
        return Math.ceilDiv(offset(channel, index + 1), frame) * frame;
    }

    /** Of the instant in which a segment begins, cut or not. */
    long offset(Channel channel, long index) {
        return exact(channel.timeline().start(index) - channel.timeline().start(0));
    }

    Template.Span span(Channel channel, long index) {
        long start = start(channel, index);
        return new Template.Span(index, start, end(channel, index) - start);
    }

    /** Which segment begins there, or −1. */
    long index(Channel channel, long start) {
        long near = start / (scale / 1000) / channel.timeline().nominalDuration();
        for (long index = Math.max(0, near - 1); index <= near + 1; index++) {
            if (start(channel, index) == start) {
                return index;
            }
        }
        return -1;
    }
}
