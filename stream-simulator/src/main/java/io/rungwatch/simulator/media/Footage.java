package io.rungwatch.simulator.media;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Rope;
import io.rungwatch.simulator.stream.Breaks;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.LowLatency;
import io.rungwatch.simulator.stream.Rendition;
import io.rungwatch.simulator.stream.Segmentation;
import io.rungwatch.simulator.stream.Timeline;
import java.util.ArrayList;
import java.util.List;

/**
 * The real media of a rendition, as one protocol shows it.
 *
 * @param oneClock timestamps count from the channel's first picture whatever comes, as DASH's Periods have it
 */
public record Footage(Channel channel, Rendition rendition, Track track, Wrapping wrapping, boolean oneClock) {
    /** Nothing begins at zero: the PCR is ahead of the first picture. */
    private static final long LEAD = 10_000;

    /** Fragments are as long as a group of pictures. */
    private static final long SECOND = 1000;

    public static Footage hls(Channel channel, Rendition rendition) {
        Track track = Track.of(channel, rendition);
        boolean boxes = channel.stream().segmentation().container().initSection();
        Wrapping wrapping = track.samples() instanceof Captions captions
                ? new Vtt(captions)
                : boxes ? Fragments.WRAPPING : TransportStream.WRAPPING;
        return new Footage(channel, rendition, track, wrapping, false);
    }

    public static Footage dash(Channel channel, Rendition rendition) {
        return new Footage(channel, rendition, Track.of(channel, rendition), Fragments.WRAPPING, true);
    }

    public Body init(List<? extends SegmentEdit> edits) {
        Track changed = track;
        for (SegmentEdit edit : edits) {
            changed = edit.init(changed);
        }
        return changed.init();
    }

    /** Of the size that the manifest makes expect. */
    public Body segment(long index, List<? extends SegmentEdit> edits) {
        return segment(index, budget().of(index), edits);
    }

    /** Of a size that is given, where the frames leave room for it. */
    public Body segment(long index, long size, List<? extends SegmentEdit> edits) {
        return isText() ? wrapping.body(edited(cut(index, 0, 1), edits), 0) : new Rope(bodies(index, size, edits));
    }

    public Body part(long index, int part, List<? extends SegmentEdit> edits) {
        return isText()
                ? wrapping.body(edited(cut(index, part, parts(index)), edits), 0)
                : bodies(index, budget().of(index), edits).get(part);
    }

    private Budget budget() {
        return new Budget(channel, rendition, oneClock);
    }

    /** Each is the same bytes that it is alone: a part of a segment is a slice of it. */
    private List<Body> bodies(long index, long size, List<? extends SegmentEdit> edits) {
        int parts = parts(index);
        List<Cut> cuts = new ArrayList<>();
        long room = size;
        for (int part = 0; part < parts; part++) {
            Cut cut = edited(cut(index, part, parts), edits);
            cuts.add(cut);
            room -= wrapping.length(cut);
        }
        long units = room < (long) parts * Packets.SIZE ? 0 : room / wrapping.unit();
        List<Body> bodies = new ArrayList<>();
        for (Cut cut : cuts) {
            bodies.add(wrapping.body(cut, share(units, bodies.size(), parts) * wrapping.unit()));
        }
        return bodies;
    }

    /** Of so many things in `all` turns. */
    static long share(long things, int turn, int all) {
        return things * (turn + 1) / all - things * turn / all;
    }

    private static Cut edited(Cut clean, List<? extends SegmentEdit> edits) {
        Cut cut = clean;
        for (SegmentEdit edit : edits) {
            cut = edit.isAbout(clean.segment()) ? edit.cut(cut) : cut;
        }
        return cut;
    }

    private Cut cut(long index, int part, int parts) {
        Timeline timeline = channel.timeline();
        long begin = timeline.start(index) - timeline.start(0);
        long end = begin + timeline.durationOf(index);
        long from = begin + fragment() * part;
        long to = part + 1 == parts ? end : from + fragment();
        long number = index * mostParts() + part;
        boolean overlaps = oneClock && !isText() && channel.beginsPeriod(index);
        int ahead = toKey(overlaps ? track.rate().onAt(begin) : track.rate().firstAt(begin));
        return new Cut(
                track,
                index,
                number,
                overlaps && part == 0,
                from,
                to,
                shift(index),
                ahead,
                false,
                isUneven(),
                Damage.NONE);
    }

    /** Frames to the nearest key frame of the loop: a segment begins with one, wherever it is cut. */
    private int toKey(long first) {
        if (rendition.type() != Rendition.Type.VIDEO) {
            return 0;
        }
        long group = track.rate().framesPerSecond();
        return (int) ((first + group / 2) / group * group - first);
    }

    /** Are pictures cut elsewhere than at the loop's own key frames? */
    private boolean isUneven() {
        Segmentation cuts = channel.stream().segmentation();
        boolean uneven = cuts.jitter() > 0 || cuts.duration().toMillis() % SECOND != 0;
        return uneven && rendition.type() == Rendition.Type.VIDEO;
    }

    private boolean isText() {
        return rendition.type() == Rendition.Type.SUBTITLES;
    }

    /** One for each part of low latency; elsewhere boxes come by the second. */
    private long fragment() {
        LowLatency parts = channel.stream().extras().lowLatency();
        return parts == null ? SECOND : parts.part().toMillis();
    }

    private int parts(long index) {
        Timeline timeline = channel.timeline();
        if (channel.stream().extras().lowLatency() != null) {
            return (int) Math.ceilDiv(timeline.durationOf(index), fragment());
        }
        boolean whole = wrapping != Fragments.WRAPPING;
        return whole ? 1 : (int) Math.max(1, timeline.nominalDuration() / SECOND);
    }

    /** By which fragments are numbered without counting those of all segments before. */
    private long mostParts() {
        boolean varies = channel.stream().segmentation().jitter() > 0
                && channel.stream().extras().lowLatency() != null;
        return varies ? parts(0) + 2L : parts(0);
    }

    /** An ad brings its own clock, and an encoder that was started anew begins another: HLS says DISCONTINUITY there. */
    private long shift(long index) {
        Timeline timeline = channel.timeline();
        Breaks breaks = timeline.breaks();
        if (oneClock) {
            return 0;
        }
        long began = breaks.isAd(index) ? breaks.firstOf(breaks.number(index)) : breaks.restarted(index);
        return LEAD - (timeline.start(began) - timeline.start(0));
    }
}
