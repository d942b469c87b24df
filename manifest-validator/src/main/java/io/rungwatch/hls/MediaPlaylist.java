package io.rungwatch.hls;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A media playlist. Times are nanoseconds, sequence numbers unsigned: see {@link SequenceNumbers}. */
public final class MediaPlaylist implements Playlist {
    private final Source source;
    private final List<Problem> problems;
    private final boolean malformed;
    private final long seen;
    private final int version;
    private final @Nullable Start start;
    private final List<Define> defines;
    private final Map<String, String> variables;
    private final List<UnknownTag> unknownTags;
    private final @Nullable String targetDurationText;
    private final long targetDuration;
    private final @Nullable PlaylistType type;
    private final long mediaSequence;
    private final long firstListed;
    private final List<Segment> segments;
    private final long window;
    private final long longest;
    private final Tail tail;
    private final List<DateRange> dateRanges;
    private final long partTarget;
    private final @Nullable ServerControl serverControl;
    private final @Nullable Skip skip;
    private final List<PreloadHint> preloadHints;
    private final List<RenditionReport> renditionReports;

    private volatile @Nullable List<Reference> references;

    MediaPlaylist(Reading reading) {
        MediaBuilder media = reading.media;
        source = new Source(reading.bytes);
        malformed = reading.problems.anyHard();
        problems = reading.problems.toList();
        seen = reading.seen;
        version = reading.version;
        start = reading.start;
        defines = List.copyOf(reading.defines);
        variables = Map.copyOf(reading.variables.values());
        unknownTags = List.copyOf(reading.unknown);
        targetDurationText = media.targetDurationText;
        targetDuration = media.targetDuration;
        type = media.type;
        mediaSequence = media.mediaSequence;
        firstListed = media.firstListed();
        segments = List.copyOf(media.segments);
        window = media.window;
        longest = media.longest;
        tail = media.tail();
        dateRanges = List.copyOf(media.dateRanges);
        partTarget = media.partTarget;
        serverControl = media.serverControl;
        skip = media.skip;
        preloadHints = List.copyOf(media.preloadHints);
        renditionReports = List.copyOf(media.renditionReports);
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public boolean malformed() {
        return malformed;
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public boolean has(Tag tag) {
        return (seen & tag.bit()) != 0;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean independentSegments() {
        return has(Tag.INDEPENDENT_SEGMENTS);
    }

    @Override
    public @Nullable Start start() {
        return start;
    }

    @Override
    public List<Define> defines() {
        return defines;
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    @Override
    public List<UnknownTag> unknownTags() {
        return unknownTags;
    }

    @Override
    public List<Reference> references() {
        List<Reference> known = references;
        if (known == null) {
            // Whoever comes second works out the same.
            known = References.of(this);
            references = known;
        }
        return known;
    }

    /** Empty where the tag is absent or its value is not a positive whole number of seconds. */
    public OptionalLong targetDuration() {
        return targetDuration == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(targetDuration);
    }

    /** As written; null where the tag is absent. */
    public @Nullable String targetDurationText() {
        return targetDurationText;
    }

    /** The target duration, or what it would have to be: the longest segment in whole seconds, at least one. */
    public long effectiveTargetDuration() {
        if (targetDuration != Numbers.BAD) {
            return targetDuration;
        }
        return Math.max(1, (longest + Numbers.SECOND - 1) / Numbers.SECOND) * Numbers.SECOND;
    }

    /** EVENT or VOD; null for a playlist that slides. */
    public @Nullable PlaylistType type() {
        return type;
    }

    /** EXT-X-ENDLIST: nothing more will come. */
    public boolean ended() {
        return has(Tag.ENDLIST);
    }

    /** Whether it looks like a live window rather than a whole. */
    public boolean slides() {
        return type() == null && (!ended() || firstNumber() != 0);
    }

    public boolean iFramesOnly() {
        return has(Tag.I_FRAMES_ONLY);
    }

    /** M: the number of the first segment, skipped ones counted. */
    public long firstNumber() {
        return mediaSequence;
    }

    /** The number of the first segment in the text; differs from M in a delta update only. */
    public long firstListedNumber() {
        return firstListed;
    }

    /** E: the number after the last segment. */
    public long endNumber() {
        return firstListed + segments.size();
    }

    /** Those in the text; what a delta update skipped is not among them. */
    public List<Segment> segments() {
        return segments;
    }

    /** The segment of that number, null when it is not listed. */
    public @Nullable Segment segment(long number) {
        long index = number - firstListed;
        return index >= 0 && index < segments.size() ? segments.get((int) index) : null;
    }

    /** The newest, null when there is none. */
    public @Nullable Segment lastSegment() {
        return segments.isEmpty() ? null : segments.getLast();
    }

    /** W: all listed durations together. */
    public long window() {
        return window;
    }

    /** How much media is listed from that number on. */
    public long mediaFrom(long number) {
        long sum = 0;
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            if (SequenceNumbers.compare(segment.number(), number) < 0) {
                break;
            }
            sum += segment.duration();
        }
        return sum;
    }

    /** The longest listed segment. */
    public long longestSegment() {
        return longest;
    }

    /** Wall-clock end of the newest segment, nanoseconds since 1970. */
    public OptionalLong edge() {
        Segment last = lastSegment();
        return last == null || !last.dating().known() ? OptionalLong.empty() : OptionalLong.of(last.end());
    }

    /** Wall-clock end of the newest part where parts follow the last segment, else {@link #edge}. */
    public OptionalLong partEdge() {
        return tail.parts().isEmpty() || !tail.dating().known()
                ? edge()
                : OptionalLong.of(tail.start() + tail.duration());
    }

    /** What stands behind the last segment. */
    public Tail tail() {
        return tail;
    }

    /** All of them in their order; several tags may have one ID. */
    public List<DateRange> dateRanges() {
        return dateRanges;
    }

    public OptionalLong partTarget() {
        return partTarget == Numbers.BAD ? OptionalLong.empty() : OptionalLong.of(partTarget);
    }

    public @Nullable ServerControl serverControl() {
        return serverControl;
    }

    /** Not null in a delta update. */
    public @Nullable Skip skip() {
        return skip;
    }

    public List<PreloadHint> preloadHints() {
        return preloadHints;
    }

    public List<RenditionReport> renditionReports() {
        return renditionReports;
    }

    /** Neither segments nor parts, and nothing skipped. */
    public boolean empty() {
        return segments.isEmpty() && tail.parts().isEmpty() && skip == null;
    }
}
