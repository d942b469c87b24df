package io.rungwatch.hls;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a media playlist while it is read: of the whole, of all segments from here on, of the next segment. */
final class MediaBuilder {
    /** More systems than this for one segment are no key rotation but an attack on the one who copies the list. */
    private static final int MAX_KEYS = 32;

    private final Reading reading;

    // The playlist
    @Nullable
    String targetDurationText;

    long targetDuration = Numbers.BAD;

    @Nullable
    PlaylistType type;

    long partTarget = Numbers.BAD;

    @Nullable
    ServerControl serverControl;

    @Nullable
    Skip skip;

    List<PreloadHint> preloadHints = List.of();
    List<RenditionReport> renditionReports = List.of();
    List<DateRange> dateRanges = List.of();
    final List<Segment> segments;
    long mediaSequence;
    private long discontinuitySequence;
    long window;
    long longest;

    // All segments from here on
    private List<Key> keys = List.of();
    private @Nullable InitSection map;
    long bitrate;
    private long discontinuities;
    private @Nullable ByteRange rangeBefore;
    private @Nullable String rangeUri;
    private @Nullable ByteRange partRangeBefore;
    private @Nullable String partRangeUri;
    private int lastUriLine;
    private Dating clockDating = Dating.NONE;
    private long clock;
    private int partCount;
    private boolean overfull;

    // The next segment
    private boolean extinf;
    private long duration;
    private String title = "";
    private boolean discontinuity;
    boolean gap;

    @Nullable
    ByteRange byteRange;

    List<Part> parts = List.of();
    private List<Cue> cues = List.of();
    private List<DateRange> segmentDateRanges = List.of();

    MediaBuilder(Reading reading) {
        this.reading = reading;
        this.segments = new ArrayList<>(Math.min(reading.bytes.length / 80 + 4, Reading.MAX_LIST));
    }

    int size() {
        return segments.size();
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    void mediaSequence(long number) {
        renumber(number - mediaSequence, 0);
        mediaSequence = number;
    }

    void discontinuitySequence(long number) {
        renumber(0, number - discontinuitySequence);
        discontinuitySequence = number;
    }

    void skip(Skip tag) {
        renumber(tag.segments(), 0);
        skip = tag;
    }

    /** For tags that come late: what was read before them is counted from them, too. */
    private void renumber(long numbers, long discontinuityNumbers) {
        segments.replaceAll(s -> s.numbered(s.number() + numbers, s.dseq() + discontinuityNumbers));
    }

    long firstListed() {
        return mediaSequence + (skip == null ? 0 : skip.segments());
    }

    void extinf(long nanos, String text) {
        if (extinf) {
            reading.line.problem(ProblemKind.EXTINF_WITHOUT_URI);
        }
        extinf = true;
        duration = nanos;
        title = text;
    }

    void discontinuity() {
        discontinuities++;
        discontinuity = true;
    }

    void date(long nanos, Dating dating) {
        clock = nanos;
        clockDating = dating;
    }

    List<Key> keys() {
        return keys;
    }

    /** A key applies until the next of the same KEYFORMAT; NONE ends all. */
    void key(Key key) {
        if (key.method().equals("NONE")) {
            keys = List.of();
            return;
        }
        List<Key> changed = new ArrayList<>(keys.size() + 1);
        for (Key other : keys) {
            if (!other.keyFormat().equals(key.keyFormat())) {
                changed.add(other);
            } else if (other.line() > lastUriLine) {
                reading.line.problem(ProblemKind.REPEATED_TAG);
            }
        }
        if (changed.size() == MAX_KEYS) {
            reading.line.once(ProblemKind.TOO_MANY_TAGS, reading.line.start(), reading.line.stop());
            return;
        }
        changed.add(key);
        keys = List.copyOf(changed);
    }

    void map(InitSection section) {
        map = section;
    }

    void part(Part part) {
        if (partCount == Reading.MAX_LIST) {
            reading.line.once(ProblemKind.TOO_MANY_TAGS, reading.line.start(), reading.line.stop());
            return;
        }
        partCount++;
        ByteRange range = ByteRanges.after(partRangeBefore, partRangeUri, part.byteRange(), part.uri());
        partRangeBefore = range;
        partRangeUri = part.uri();
        parts = reading.with(parts, part.at(range));
    }

    void cue(Cue cue) {
        cues = reading.with(cues, cue);
    }

    void dateRange(DateRange range) {
        dateRanges = reading.with(dateRanges, range);
        segmentDateRanges = reading.with(segmentDateRanges, range);
    }

    void uri(String uri) {
        if (!extinf) {
            reading.line.problem(ProblemKind.MISSING_EXTINF);
            duration = 0;
            title = "";
        }
        if (segments.size() == Reading.MAX_LIST) {
            overfull();
        } else {
            segments.add(segment(uri));
        }
        lastUriLine = reading.line.line();
        window += duration;
        longest = Math.max(longest, duration);
        if (clockDating != Dating.NONE) {
            clock += duration;
            clockDating = Dating.EXTRAPOLATED;
        }
        extinf = false;
        discontinuity = false;
        gap = false;
        byteRange = null;
        parts = List.of();
        cues = List.of();
        segmentDateRanges = List.of();
    }

    private Segment segment(String uri) {
        ByteRange range = byteRange;
        if (range != null) {
            range = java.util.Objects.requireNonNull(ByteRanges.after(rangeBefore, rangeUri, range, uri));
            // Of a window that slid, nobody knows where the first range begins, nor those that go on from it.
            boolean goesOn = rangeBefore != null && uri.equals(rangeUri);
            if (range.offset() == ByteRange.UNKNOWN && !isEmpty() && !goesOn) {
                reading.line.problem(ProblemKind.BYTE_RANGE);
            }
        }
        rangeBefore = range;
        rangeUri = uri;
        return new Segment(
                reading.line.line(),
                firstListed() + segments.size(),
                discontinuitySequence + discontinuities,
                uri,
                duration,
                title,
                discontinuity,
                gap,
                clockDating,
                clock,
                bitrate,
                range,
                map,
                keys,
                List.copyOf(parts),
                List.copyOf(cues),
                List.copyOf(segmentDateRanges));
    }

    private void overfull() {
        if (!overfull) {
            overfull = true;
            reading.line.problem(ProblemKind.TOO_MANY_SEGMENTS);
        }
    }

    void finish() {
        if (extinf) {
            reading.line.problem(ProblemKind.EXTINF_WITHOUT_URI);
        }
        if (SequenceNumbers.compare(firstListed() + segments.size(), mediaSequence) < 0) {
            reading.problems.add(ProblemKind.SEQUENCE_NUMBER, 1, 1, "media sequence numbers run over 2^64");
        }
        extrapolateBackwards();
    }

    private void extrapolateBackwards() {
        int first = 0;
        while (first < segments.size() && !segments.get(first).dating().known()) {
            first++;
        }
        if (first == segments.size()) {
            return;
        }
        long start = segments.get(first).start();
        for (int i = first - 1; i >= 0; i--) {
            Segment segment = segments.get(i);
            start -= segment.duration();
            segments.set(i, segment.extrapolated(start));
        }
    }

    /** What follows the last segment: the beginning of one that is still being made. */
    Tail tail() {
        return new Tail(
                discontinuity,
                clockDating,
                clock,
                List.copyOf(parts),
                List.copyOf(cues),
                List.copyOf(segmentDateRanges));
    }
}
