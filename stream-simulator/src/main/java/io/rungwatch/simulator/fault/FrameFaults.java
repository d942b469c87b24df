package io.rungwatch.simulator.fault;

import io.rungwatch.simulator.media.Cut;
import io.rungwatch.simulator.media.Track;
import io.rungwatch.simulator.stream.Rendition;

/** Faults of frames and their times, and of the bytes that they are. */
final class FrameFaults {
    private FrameFaults() {}

    static Cut jump(Occasion occasion, Cut cut) {
        long by = occasion.fault().millis("by");
        return cut.movedBy(occasion.fault().word("direction").equals("ahead") ? by : -by);
    }

    /** All have those of the first that came when it began. */
    static Cut frozen(Occasion occasion, Cut cut) {
        Rendition rendition = occasion.rendition();
        if (rendition == null) {
            return cut;
        }
        long published = occasion.channel().timeline().published(rendition, cut.segment());
        long first = occasion.newestAt(occasion.fault().since(published) - 1) + 1;
        return cut.movedBy((first - cut.segment()) * occasion.segmentDuration());
    }

    static Cut missing(Occasion occasion, Cut cut) {
        boolean meant = !occasion.fault().rendition().equals(Fault.ALL) || is(occasion, Rendition.Type.AUDIO);
        return meant ? cut.emptied() : cut;
    }

    /** Key frames are a second apart: half of that is as far from one as can be. */
    static Cut betweenKeys(Occasion occasion, Cut cut) {
        return is(occasion, Rendition.Type.VIDEO)
                ? cut.aheadBy(cut.track().rate().framesPerSecond() / 2)
                : cut;
    }

    static Cut lostPackets(Occasion occasion, Cut cut) {
        return cut.losing(Math.clamp(occasion.fault().count("packets"), 0, 1000));
    }

    static Cut corrupted(Occasion occasion, Cut cut) {
        return cut.corrupted(Math.clamp(occasion.fault().count("places"), 0, 1000));
    }

    static Track otherCodec(Occasion occasion, Track track) {
        return is(occasion, Rendition.Type.VIDEO) ? track.inAnotherCodec() : track;
    }

    private static boolean is(Occasion occasion, Rendition.Type type) {
        Rendition rendition = occasion.rendition();
        return rendition != null && rendition.type() == type;
    }
}
