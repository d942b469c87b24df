package io.rungwatch.simulator.dash;

import io.rungwatch.simulator.hls.Splice;
import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Dash;
import io.rungwatch.simulator.stream.Programme.Mode;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clean MPD of a channel at an instant. */
final class Manifests {
    /** What is never listed anew need not be asked for often. */
    private static final long RARELY = 30_000;

    private Manifests() {}

    /** Null before the first segment is out. */
    static @Nullable Mpd of(Channel channel, Dash dash, long at) {
        Shown shown = Shown.of(channel, dash, at);
        if (shown == null) {
            return null;
        }
        Timeline timeline = channel.timeline();
        boolean live = timeline.mode(shown.newest()) == Mode.LIVE || !timeline.complete(shown.newest());
        boolean sliding = timeline.mode(shown.newest()) == Mode.LIVE;
        return new Mpd(
                channel,
                live,
                live ? Long.valueOf(availabilityStart(channel, dash)) : null,
                shown.published(),
                live ? Long.valueOf(updatePeriod(channel, dash)) : null,
                sliding
                        ? Long.valueOf(timeline.nominalDuration()
                                * channel.stream().segmentation().window())
                        : null,
                live ? null : Long.valueOf(timeline.start(timeline.last() + 1) - timeline.start(0)),
                at,
                DashPaths.FOLDER,
                periods(channel, dash, shown));
    }

    private static long availabilityStart(Channel channel, Dash dash) {
        long start = channel.stream().programme().start().toEpochMilli();
        return dash.listsSegments() ? start : start + Shown.slack(channel);
    }

    private static long updatePeriod(Channel channel, Dash dash) {
        boolean often = dash.listsSegments() || channel.hasPeriods();
        return often ? channel.timeline().nominalDuration() : RARELY;
    }

    private static List<Period> periods(Channel channel, Dash dash, Shown shown) {
        List<Period> periods = new ArrayList<>();
        Stretch stretch = Stretch.of(channel, shown.oldest());
        while (true) {
            boolean last = stretch.after() > shown.newest();
            periods.add(period(channel, dash, shown, stretch, last));
            if (last) {
                return periods;
            }
            stretch = Stretch.of(channel, stretch.after());
        }
    }

    private static Period period(Channel channel, Dash dash, Shown shown, Stretch stretch, boolean open) {
        Timeline timeline = channel.timeline();
        long start = timeline.start(stretch.first())
                - channel.stream().programme().start().toEpochMilli();
        return new Period(
                stretch.id(),
                start,
                open ? null : Long.valueOf(timeline.start(stretch.after()) - timeline.start(stretch.first())),
                stretch.ad() ? DashPaths.ads(channel) : null,
                splices(channel, shown, stretch),
                AdaptationSets.of(channel, dash, shown, stretch));
    }

    /** A break is told of from its first segment to its last. */
    private static List<Period.Splice> splices(Channel channel, Shown shown, Stretch stretch) {
        List<Period.Splice> splices = new ArrayList<>();
        if (channel.stream().ads() == null) {
            return splices;
        }
        Timeline timeline = channel.timeline();
        Breaks breaks = timeline.breaks();
        for (long number = breaks.number(shown.oldest()); number <= breaks.number(shown.newest()); number++) {
            long first = breaks.firstOf(number);
            long after = breaks.afterLastOf(number);
            boolean shows = first <= shown.newest() && after > shown.oldest();
            if (shows && first >= stretch.first() && first < stretch.after()) {
                long length = timeline.start(after) - timeline.start(first);
                splices.add(new Period.Splice(
                        number,
                        timeline.start(first) - timeline.start(stretch.first()),
                        length,
                        Base64.getEncoder().encodeToString(Splice.outOf(number, timeline.start(first), length))));
            }
        }
        return splices;
    }
}
