package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;

/** Which part of which segment exists when. The last one is as long as what is left, and comes with its segment. */
record Parts(Channel channel, Rendition rendition, long target) {
    /** Key frames of video are this far apart; sound can be begun anywhere. */
    private static final long GOP = 2000;

    static Parts of(Channel channel, Rendition rendition, LowLatency spec) {
        return new Parts(channel, rendition, spec.part().toMillis());
    }

    int count(long index) {
        return (int) Math.ceilDiv(channel.timeline().durationOf(index), target);
    }

    long published(long index, long part) {
        Timeline timeline = channel.timeline();
        long latency = channel.stream().publication().latency().toMillis();
        return part >= count(index) - 1
                ? timeline.published(rendition, index)
                : timeline.start(index) + (part + 1) * target + latency;
    }

    /** How many of a segment's parts are out. */
    int out(long index, long at) {
        int count = count(index);
        int out = 0;
        while (out < count && published(index, out) <= at) {
            out++;
        }
        return out;
    }

    /** The next instant at which a part comes out. */
    long next(long at) {
        long index = channel.timeline().newest(rendition, at) + 1;
        int part = out(index, at);
        return published(index, part);
    }

    List<MediaSegment.Part> rows(long index, int out) {
        long duration = channel.timeline().durationOf(index);
        List<MediaSegment.Part> rows = new ArrayList<>(out);
        for (int part = 0; part < out; part++) {
            boolean independent = rendition.type() != Rendition.Type.VIDEO || part * target % GOP == 0;
            rows.add(new MediaSegment.Part(part, Math.min(target, duration - part * target), independent));
        }
        return rows;
    }
}
