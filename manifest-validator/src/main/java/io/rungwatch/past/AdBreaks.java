package io.rungwatch.past;

import io.rungwatch.hls.Cue;
import io.rungwatch.hls.DateRange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The ad breaks of one playlist as its markers tell them. A break stays open when its marker has left the window, and what we came into
 * the middle of is not held against anybody. Cues follow one another; date ranges have names and may lie inside one another.
 */
public final class AdBreaks {
    private static final int MOST_OPEN = 16;
    private static final int MOST_CLOSED = 8;
    private static final int MOST_IDS = 64;

    /**
     * One that began.
     *
     * @param id as the marker says it, else empty
     * @param seenAt the poll that saw it begin
     * @param begins in media published, or in dates for a date range; empty where we came in the middle
     */
    public record Open(String id, long seenAt, OptionalLong begins, OptionalLong advertised) {
        /** Whether it has lasted for what was said of it, and two target durations more; one of which nothing was said never has. */
        public boolean isOverdue(long at, long target) {
            return advertised.isPresent() && at - seenAt > advertised.getAsLong() + 2 * target;
        }
    }

    /**
     * One that is over.
     *
     * @param actual empty where nobody can say
     */
    public record Closed(Open open, OptionalLong actual, long seenAt) {}

    public enum Oddity {
        NESTED("a break begins inside a break"),
        ENDS_WITHOUT_BEGINNING("a break ends that never began"),
        GOES_ON_WITHOUT_BEGINNING("a break goes on that never began"),
        NEVER_ENDED("a break never ended, and the next one is over");

        private final String text;

        Oddity(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public record Odd(Oddity what, String id, long seenAt) {}

    private final Map<String, Open> ranges = new LinkedHashMap<>();
    private final Deque<String> over = new ArrayDeque<>();
    private final Deque<Closed> closed = new ArrayDeque<>();
    private @Nullable Open cue;
    private @Nullable Odd odd;
    private boolean known;
    /** Whether markers say here when a break is over; where none ever did, they return to the programme by themselves. */
    private boolean returnsAreSaid;

    private long lastBegan = Long.MIN_VALUE;

    /** Somebody else goes on from here, to whom what is open does not belong. */
    void begin() {
        ranges.clear();
        cue = null;
        known = false;
    }

    /**
     * @param from the first number that was not seen before
     * @param media published before that segment
     */
    void note(MediaPlaylist playlist, long from, long media, long at) {
        long position = media;
        for (Segment segment : playlist.segments()) {
            if (SequenceNumbers.compare(segment.number(), from) < 0) {
                continue;
            }
            for (Cue marker : segment.cues()) {
                cue(marker, position, at, playlist.effectiveTargetDuration());
            }
            position += segment.duration();
        }
        for (DateRange range : playlist.dateRanges()) {
            range(range, at);
        }
    }

    private void remember(String id) {
        over.addLast(id);
        if (over.size() > MOST_IDS) {
            over.removeFirst();
        }
    }

    private void cue(Cue marker, long position, long at, long target) {
        String id = marker.id() == null ? "" : marker.id();
        switch (marker.kind()) {
            case OUT -> out(new Open(id, at, OptionalLong.of(position), marker.duration()), target);
            case CONT -> {
                returnsAreSaid = true;
                goesOn(id, marker, position, at);
            }
            case IN -> in(id, position, at);
            case SCTE35, OATCLS_SCTE35 -> {}
        }
    }

    private void out(Open next, long target) {
        if (cue != null && !returnsAreSaid && cue.isOverdue(next.seenAt(), target)) {
            close(new Closed(cue, OptionalLong.empty(), next.seenAt()));
        } else if (cue != null && !(cue.id().equals(next.id()) && !next.id().isEmpty())) {
            odd = new Odd(Oddity.NESTED, next.id(), next.seenAt());
        }
        cue = next;
        known = true;
        lastBegan = next.seenAt();
    }

    private void goesOn(String id, Cue marker, long position, long at) {
        if (cue != null) {
            return;
        }
        if (known) {
            odd = new Odd(Oddity.GOES_ON_WITHOUT_BEGINNING, id, at);
        }
        OptionalLong begins = marker.elapsed().isPresent()
                ? OptionalLong.of(position - marker.elapsed().getAsLong())
                : OptionalLong.empty();
        cue = new Open(id, at, begins, marker.duration());
        known = true;
        lastBegan = at;
    }

    private void in(String id, long position, long at) {
        if (cue != null) {
            OptionalLong actual = cue.begins().isPresent()
                    ? OptionalLong.of(position - cue.begins().getAsLong())
                    : OptionalLong.empty();
            close(new Closed(cue, actual, at));
            cue = null;
        } else if (known) {
            odd = new Odd(Oddity.ENDS_WITHOUT_BEGINNING, id, at);
        }
        known = true;
        returnsAreSaid = true;
    }

    private void range(DateRange range, long at) {
        String id = range.id();
        if (id == null || over.contains(id)) {
            return;
        }
        boolean out = range.scte35("OUT") != null;
        boolean in = range.scte35("IN") != null;
        if (out && !ranges.containsKey(id)) {
            ranges.put(id, new Open(id, at, range.startDate(), range.plannedDuration()));
            lastBegan = at;
            shorten(ranges);
        }
        Open open = ranges.get(id);
        OptionalLong length = length(range);
        if (open != null && (in || length.isPresent())) {
            returnsAreSaid = true;
            ranges.remove(id);
            remember(id);
            close(new Closed(open, length, at));
            forgetBefore(open, at);
        }
    }

    /** What should have ended before this one began will not end any more. */
    private void forgetBefore(Open done, long at) {
        Iterator<Open> left = ranges.values().iterator();
        while (left.hasNext()) {
            Open other = left.next();
            if (other.advertised().isPresent()
                    && other.seenAt() + other.advertised().getAsLong() <= done.seenAt()) {
                left.remove();
                odd = new Odd(Oddity.NEVER_ENDED, other.id(), at);
            }
        }
    }

    private static OptionalLong length(DateRange range) {
        if (range.duration().isPresent()) {
            return range.duration();
        }
        boolean both = range.endDate().isPresent() && range.startDate().isPresent();
        long length = both ? range.endDate().getAsLong() - range.startDate().getAsLong() : -1;
        // One that ends before it begins says nothing of its length, and another check tells it.
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    private static void shorten(Map<String, Open> open) {
        if (open.size() > MOST_OPEN) {
            Iterator<String> oldest = open.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private void close(Closed over) {
        closed.addLast(over);
        if (closed.size() > MOST_CLOSED) {
            closed.removeFirst();
        }
    }

    /** Whether its end will be said: where no marker ever said one, what is overdue has returned by itself. */
    public boolean willBeEnded(Open open) {
        return returnsAreSaid || open.advertised().isEmpty();
    }

    /** The one that has been open longest. */
    public Optional<Open> open() {
        return cue != null ? Optional.of(cue) : ranges.values().stream().findFirst();
    }

    public Iterable<Closed> closed() {
        return closed;
    }

    /** What was odd last. */
    public Optional<Odd> odd() {
        return Optional.ofNullable(odd);
    }

    /** When the last one was seen to begin; {@link Long#MIN_VALUE} for never. */
    public long lastBegan() {
        return lastBegan;
    }
}
