package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Programme;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Which segments an MPD of an instant is about, and since when it says so. A packager writes the MPD when all
 * representations have a segment, so that all sets are of one length.
 */
record Shown(long oldest, long newest, long published) {
    /** Segments that a Period is told of before it begins, where the MPD is not read at each segment. */
    private static final int AHEAD = 2;

    static @Nullable Shown of(Channel channel, Dash dash, long at) {
        boolean vod = channel.stream().programme().mode() == Programme.Mode.VOD;
        Shown shown = dash.listsSegments() || vod ? listed(channel, at) : promised(channel, at);
        return shown.newest < 0 ? null : shown;
    }

    private static Shown listed(Channel channel, long at) {
        Timeline timeline = channel.timeline();
        long early = early(channel);
        long newest = Long.MAX_VALUE;
        for (Rendition rendition : channel.renditions()) {
            newest = Math.min(newest, timeline.newest(rendition, at + early));
        }
        long published = Long.MIN_VALUE;
        for (Rendition rendition : channel.renditions()) {
            published = Math.max(published, timeline.published(rendition, newest) - early);
        }
        return new Shown(timeline.oldest(newest), newest, published);
    }

    /** Only Periods come and go. */
    private static Shown promised(Channel channel, long at) {
        Timeline timeline = channel.timeline();
        long whole = timeline.start(0) + slack(channel) - early(channel);
        long newest = Math.min(timeline.last(), Math.floorDiv(at - whole, timeline.nominalDuration()) - 1);
        if (newest < 0) {
            return new Shown(0, -1, at);
        }
        long oldest = timeline.oldest(newest);
        long ahead = Math.min(timeline.last(), newest + AHEAD);
        long published = channel.stream().programme().start().toEpochMilli();
        long appeared = Stretch.of(channel, ahead).first() - AHEAD;
        long head = Stretch.of(channel, oldest).first();
        long gone = head == 0 ? -1 : head + channel.stream().segmentation().window() - 1;
        for (long index : new long[] {appeared, gone, breakAppeared(channel, ahead), breakGone(channel, oldest)}) {
            published = index <= 0 ? published : Math.max(published, whole + (index + 1) * timeline.nominalDuration());
        }
        return new Shown(oldest, ahead, published);
    }

    /** A break is told of as soon as its first segment is. */
    private static long breakAppeared(Channel channel, long newest) {
        Breaks breaks = channel.timeline().breaks();
        if (channel.stream().ads() == null) {
            return -1;
        }
        long number = breaks.number(newest);
        return breaks.firstOf(breaks.firstOf(number) <= newest ? number : number - 1) - AHEAD;
    }

    /** And no longer when its last has left the window. */
    private static long breakGone(Channel channel, long oldest) {
        Breaks breaks = channel.timeline().breaks();
        if (channel.stream().ads() == null) {
            return -1;
        }
        long number = breaks.number(oldest);
        long after = breaks.afterLastOf(breaks.afterLastOf(number) <= oldest ? number : number - 1);
        return after + channel.stream().segmentation().window() - 1;
    }

    /** How long before its end a segment can be had. */
    static long early(Channel channel) {
        LowLatency parts = channel.stream().extras().lowLatency();
        return parts == null
                ? 0
                : Math.max(
                        0, channel.timeline().nominalDuration() - parts.part().toMillis());
    }

    /** What a promise by arithmetic must allow for: cuts that wander, and the time that publishing takes. */
    static long slack(Channel channel) {
        Segmentation cuts = channel.stream().segmentation();
        return channel.stream().publication().latency().toMillis()
                + channel.stream().publication().jitter().toMillis()
                + Math.round(cuts.duration().toMillis() * cuts.jitter() / 2);
    }
}
