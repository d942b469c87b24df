package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.http.Body;
import io.rungwatch.simulator.http.Rope;
import io.rungwatch.simulator.media.Budget;
import io.rungwatch.simulator.media.Footage;
import io.rungwatch.simulator.media.SegmentEdit;
import io.rungwatch.simulator.stream.Address;
import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.Container;
import io.rungwatch.simulator.stream.Rendition;
import java.util.ArrayList;
import java.util.List;

/** Bodies of segments and of the files that hold several. */
final class Media {
    private Media() {}

    static Body segment(Channel channel, Rendition rendition, long number, List<? extends SegmentEdit> edits) {
        boolean text = rendition.type() == Rendition.Type.SUBTITLES;
        return Paths.container(channel).byteRanges() && !text
                ? file(channel, rendition, number, edits)
                : Locks.locked(
                        channel,
                        rendition,
                        number,
                        Footage.hls(channel, rendition).segment(number, edits));
    }

    private static Body file(Channel channel, Rendition rendition, long number, List<? extends SegmentEdit> edits) {
        Footage footage = Footage.hls(channel, rendition);
        long size = budget(channel, rendition).constant();
        List<Body> segments = new ArrayList<>(Container.PER_FILE);
        for (int i = 0; i < Container.PER_FILE; i++) {
            long index = number * Container.PER_FILE + i;
            segments.add(Locks.locked(channel, rendition, index, footage.segment(index, size, edits)));
        }
        return new Rope(segments);
    }

    static Body part(Address.Part part, List<? extends SegmentEdit> edits) {
        return Footage.hls(part.channel(), part.rendition()).part(part.number(), part.part(), edits);
    }

    static Body init(Channel channel, Rendition rendition, List<? extends SegmentEdit> edits) {
        return Footage.hls(channel, rendition).init(edits);
    }

    /** Ranges of one file lie end to end, so all are of one size and no offset needs a sum. */
    static String byteRange(Channel channel, Rendition rendition, long index) {
        long size = Locks.length(channel, rendition, budget(channel, rendition).constant());
        return size + "@" + index % Container.PER_FILE * size;
    }

    static long keyFrame(Channel channel, Rendition rendition) {
        return budget(channel, rendition).keyFrame();
    }

    private static Budget budget(Channel channel, Rendition rendition) {
        return new Budget(channel, rendition, false);
    }
}
