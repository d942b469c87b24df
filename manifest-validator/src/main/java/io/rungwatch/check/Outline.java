package io.rungwatch.check;

import io.rungwatch.hls.Attribute;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.Key;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.PlaylistType;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.ServerControl;
import io.rungwatch.hls.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What renditions are compared by first, worked out once for each playlist. It may show that nothing is wrong; whether something is, the
 * playlists themselves must say.
 *
 * @param traits what has to be the same in all, in bits
 * @param control a sum of what EXT-X-SERVER-CONTROL says, 0 without one
 * @param dseq discontinuity number of the newest segment
 * @param cut when the newest discontinuity in the window begins, {@link View#UNKNOWN} where there is none, or no date for it
 * @param cuts discontinuities in the window
 * @param landmark number of the newest segment that is not as long as the one before it, or follows a discontinuity; -1 for none
 * @param landmarkAt when it begins, by its date
 * @param newestAt when the newest segment begins, by its date
 * @param pace what a segment lasts on average
 * @param dateRanges a sum of all date ranges, whatever their order; 0 for none
 */
public record Outline(
        int traits,
        int control,
        long dseq,
        long cut,
        int cuts,
        long landmark,
        long landmarkAt,
        long newestAt,
        long pace,
        int dateRanges) {
    public static final int HLS = 1;
    public static final int EVENT = 1 << 1;
    public static final int VOD = 1 << 2;
    public static final int INDEPENDENT = 1 << 3;
    public static final int I_FRAMES = 1 << 4;
    /** What is written, not what we make of the segments where nothing is. */
    public static final int TARGET_DURATION = 1 << 5;

    public static final int CLEAR = 1 << 8;
    public static final int WHOLE_SEGMENTS = 1 << 9;
    public static final int SAMPLES = 1 << 10;
    /** Which families of encryption stand in the window. */
    public static final int ENCRYPTION = CLEAR | WHOLE_SEGMENTS | SAMPLES;

    static final Outline NONE = new Outline(0, 0, 0, View.UNKNOWN, 0, -1, View.UNKNOWN, View.UNKNOWN, 0, 0);

    /** Durations that differ by less are meant to be the same. */
    private static final long REGULAR = 20_000_000L;

    static Outline of(MediaPlaylist playlist) {
        List<Segment> segments = playlist.segments();
        if (segments.isEmpty()) {
            return NONE;
        }
        int cuts = 0;
        Segment cut = null;
        Segment landmark = null;
        int encryption = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            encryption |= encryption(segment.keys());
            if (i > 0 && segment.discontinuity()) {
                cuts++;
                cut = segment;
            }
            if (i > 0 && (segment.discontinuity() || irregular(segments.get(i - 1), segment))) {
                landmark = segment;
            }
        }
        Segment newest = segments.getLast();
        return new Outline(
                encryption | traits(playlist),
                control(playlist.serverControl()),
                newest.dseq(),
                cut == null ? View.UNKNOWN : begin(cut),
                cuts,
                landmark == null ? -1 : landmark.number(),
                landmark == null ? View.UNKNOWN : begin(landmark),
                begin(newest),
                playlist.window() / segments.size(),
                dateRanges(playlist.dateRanges()));
    }

    private static boolean irregular(Segment before, Segment segment) {
        return Math.abs(segment.duration() - before.duration()) > REGULAR;
    }

    private static long begin(Segment segment) {
        return segment.dating().known() ? segment.start() : View.UNKNOWN;
    }

    private static int traits(MediaPlaylist playlist) {
        return HLS
                | (playlist.type() == PlaylistType.EVENT ? EVENT : 0)
                | (playlist.type() == PlaylistType.VOD ? VOD : 0)
                | (playlist.independentSegments() ? INDEPENDENT : 0)
                | (playlist.iFramesOnly() ? I_FRAMES : 0)
                | (playlist.has(Tag.TARGETDURATION) && playlist.targetDuration().isPresent() ? TARGET_DURATION : 0);
    }

    private static int encryption(List<Key> keys) {
        int families = keys.isEmpty() ? CLEAR : 0;
        for (int i = 0; i < keys.size(); i++) {
            String method = keys.get(i).method();
            families |= method.startsWith("SAMPLE-AES") ? SAMPLES : method.equals("NONE") ? CLEAR : WHOLE_SEGMENTS;
        }
        return families;
    }

    private static int control(@Nullable ServerControl control) {
        if (control == null) {
            return 0;
        }
        int sum = (control.canBlockReload() ? 1 : 0) + (control.canSkipDateRanges() ? 2 : 0) + 4;
        sum = 31 * sum + control.canSkipUntil().hashCode();
        sum = 31 * sum + control.holdBack().hashCode();
        return 31 * sum + control.partHoldBack().hashCode();
    }

    private static int dateRanges(List<DateRange> ranges) {
        int sum = 0;
        for (int i = 0; i < ranges.size(); i++) {
            List<Attribute> attributes = ranges.get(i).attributes().all();
            for (int k = 0; k < attributes.size(); k++) {
                Attribute attribute = attributes.get(k);
                sum += (31 * attribute.name().hashCode() + attribute.value().hashCode()) | 1;
            }
        }
        return sum;
    }
}
