package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.http.Filler;
import io.rungwatch.simulator.media.Footage;
import io.rungwatch.simulator.media.SegmentEdit;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Noise;
import io.rungwatch.simulator.stream.Rendition;
import java.util.List;

/** Bodies of segments: real media where the channel has it, elsewhere of the size that the rung declares. */
final class Media {
    private static final Body VTT = Bytes.of("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n\n");

    private Media() {}

    static Body segment(Channel channel, Rendition rendition, long number, List<? extends SegmentEdit> edits) {
        if (channel.stream().extras().realMedia()) {
            return Footage.hls(channel, rendition).segment(number, edits);
        }
        if (rendition.type() == Rendition.Type.SUBTITLES) {
            return VTT;
        }
        return Paths.container(channel).byteRanges()
                ? new Filler(Container.PER_FILE * constantSize(channel, rendition))
                : new Filler(size(channel, rendition, 0.95 + 0.1 * Noise.share(rendition.seed(), ~number)));
    }

    static Body part(Address.Part part, List<? extends SegmentEdit> edits) {
        Channel channel = part.channel();
        if (channel.stream().extras().realMedia()) {
            return Footage.hls(channel, part.rendition()).part(part.number(), part.part(), edits);
        }
        Body whole = segment(channel, part.rendition(), part.number(), edits);
        return whole.slice(0, Math.max(1, whole.length() / 8));
    }

    static Body init(Channel channel, Rendition rendition, List<? extends SegmentEdit> edits) {
        if (channel.stream().extras().realMedia()) {
            return Footage.hls(channel, rendition).init(edits);
        }
        return new Filler((4L + Math.floorMod(rendition.seed(), 4)) * Filler.PACKET);
    }

    /** Ranges of one file lie end to end, so all are of one size and no offset needs a sum. */
    static String byteRange(Channel channel, Rendition rendition, long index) {
        long size = constantSize(channel, rendition);
        return size + "@" + index % Container.PER_FILE * size;
    }

    /** A tenth of the smallest segment, in whole packets. */
    static long keyFrame(Channel channel, Rendition rendition) {
        return Math.max(1, size(channel, rendition, 0.95) / Filler.PACKET / 10) * Filler.PACKET;
    }

    private static long constantSize(Channel channel, Rendition rendition) {
        return size(channel, rendition, 1);
    }

    /** Nine tenths of what the rung declares as its peak, a little more or less. */
    private static long size(Channel channel, Rendition rendition, double share) {
        double bytes =
                0.9 * share * rendition.bitrate() / 8000 * channel.timeline().nominalDuration();
        long packets = Math.max(1, (long) bytes / Filler.PACKET);
        return Math.min(packets, Math.max(1, channel.stream().largestSegment() / Filler.PACKET)) * Filler.PACKET;
    }
}
