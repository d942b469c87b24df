package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Rendition;
import java.util.ArrayList;
import java.util.List;

/**
 * The real media of a rendition, as one protocol shows it.
 *
 * @param oneClock timestamps count from the channel's first picture whatever comes, as DASH's Periods have it
 */
public record Footage(Channel channel, Track track, Wrapping wrapping, boolean oneClock) {
    /** Nothing begins at zero: the PCR is ahead of the first picture. */
    private static final long LEAD = 10_000;

    public static Footage hls(Channel channel, Rendition rendition) {
        Track track = Track.of(channel, rendition);
        boolean boxes = channel.stream().segmentation().container().initSection();
        Wrapping wrapping = track.samples() instanceof Captions captions
                ? new Vtt(captions)
                : boxes ? Fragments.WRAPPING : TransportStream.WRAPPING;
        return new Footage(channel, track, wrapping, false);
    }

    public static Footage dash(Channel channel, Rendition rendition) {
        return new Footage(channel, Track.of(channel, rendition), Fragments.WRAPPING, true);
    }

    public Body init(List<? extends SegmentEdit> edits) {
        Track changed = track;
        for (SegmentEdit edit : edits) {
            changed = edit.init(changed);
        }
        return changed.init();
    }

    public Body segment(long index, List<? extends SegmentEdit> edits) {
        List<Cut> cuts = new ArrayList<>();
        for (int part = 0; part < parts(); part++) {
            cuts.add(edited(cut(index, part), edits));
        }
        return wrapping.body(cuts);
    }

    public Body part(long index, int part, List<? extends SegmentEdit> edits) {
        return wrapping.body(List.of(edited(cut(index, part), edits)));
    }

    private static Cut edited(Cut clean, List<? extends SegmentEdit> edits) {
        Cut cut = clean;
        for (SegmentEdit edit : edits) {
            cut = edit.isAbout(clean.segment()) ? edit.cut(cut) : cut;
        }
        return cut;
    }

    private Cut cut(long index, int part) {
        long length = channel.timeline().nominalDuration();
        long from = index * length + part * fragment();
        long to = Math.min(from + fragment(), (index + 1) * length);
        return new Cut(track, index, index * parts() + part, from, to, shift(index), 0, false);
    }

    /** One fragment for each part of low latency, one for the whole segment elsewhere; text has no need of them. */
    private long fragment() {
        LowLatency parts = channel.stream().extras().lowLatency();
        return parts == null
                ? channel.timeline().nominalDuration()
                : parts.part().toMillis();
    }

    private int parts() {
        return (int) Math.ceilDiv(channel.timeline().nominalDuration(), fragment());
    }

    /** An ad brings its own clock, and an encoder that was started anew begins another: HLS says DISCONTINUITY there. */
    private long shift(long index) {
        Breaks breaks = channel.timeline().breaks();
        if (oneClock) {
            return 0;
        }
        long began = breaks.isAd(index) ? breaks.firstOf(breaks.number(index)) : breaks.restarted(index);
        return LEAD - began * channel.timeline().nominalDuration();
    }
}
