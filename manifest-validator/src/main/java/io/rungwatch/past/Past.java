package io.rungwatch.past;

import io.rungwatch.check.Step;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The last minutes of one playlist at one layer, this poll included. */
public final class Past implements Trend {
    /** Dates and media that differ by more than this from one look to the next have jumped. */
    private static final long JUMP = 1_000_000_000L;

    private final Advances advances = new Advances();
    private final Minutes minutes = new Minutes();
    private final Discontinuities discontinuities = new Discontinuities();
    private @Nullable AdBreaks breaks;
    private @Nullable KeyChanges keys;
    private @Nullable Step<MediaPlaylist> step;
    private long media;
    private long began;
    private long partsSeenAt = Long.MIN_VALUE;
    private long offset = View.UNKNOWN;
    private long lookedAt;
    private long blind;

    /** An accepted poll, or one that saw nothing new. An older copy is no news of the stream and must not come here. */
    public void note(Step<MediaPlaylist> latest) {
        step = latest;
        MediaPlaylist playlist = latest.current();
        long at = Times.nanos(latest.at());
        blind = Math.max(0, at - lookedAt - playlist.effectiveTargetDuration() * 3 / 2);
        lookedAt = at;
        if (playlist.partTarget().isPresent()) {
            partsSeenAt = at;
        }
        switch (latest.relation()) {
            case SAME, OLDER -> {}
            case FIRST, AHEAD, BEHIND, CONFLICTS, SWITCHED -> begin(playlist, at);
            case CONTINUES -> goOn(latest, playlist, at);
        }
    }

    /** What was published before is none of ours; what stands in the window is where we come in. */
    private void begin(MediaPlaylist playlist, long at) {
        advances.clear();
        minutes.clear();
        began = at;
        offset = View.UNKNOWN;
        media = playlist.window();
        if (breaks != null) {
            breaks.begin();
        }
        markers(playlist, playlist.firstListedNumber(), 0, at);
        keys(playlist, at);
    }

    private void goOn(Step<MediaPlaylist> latest, MediaPlaylist playlist, long at) {
        long from = latest.previous().orElseThrow().endNumber();
        List<Segment> segments = playlist.segments();
        int first = firstNew(segments, from);
        if (first == segments.size()) {
            return;
        }
        long before = media;
        for (int i = first; i < segments.size(); i++) {
            media += segments.get(i).duration();
            if (segments.get(i).discontinuity() && !announced(playlist, i)) {
                discontinuities.add(at);
            }
        }
        markers(playlist, from, before, at);
        keys(playlist, at);
        OptionalLong edge = playlist.edge();
        long lag = edge.isPresent() ? at - edge.getAsLong() : View.UNKNOWN;
        long shift = edge.isPresent() ? edge.getAsLong() - media : View.UNKNOWN;
        boolean dated = shift != View.UNKNOWN;
        boolean jumped = dated != (offset != View.UNKNOWN) || dated && Math.abs(shift - offset) > JUMP;
        if (jumped) {
            advances.clear();
            minutes.clear();
        }
        offset = shift;
        advances.add(at, media, lag, segments.size() - first, blind);
        minutes.note(at, lag, at - media);
    }

    private static int firstNew(List<Segment> segments, long from) {
        int first = segments.size();
        while (first > 0 && SequenceNumbers.compare(segments.get(first - 1).number(), from) >= 0) {
            first--;
        }
        return first;
    }

    /** By a marker on it or beside it, or a date range: where programmes or ads are joined, decoders may start afresh. */
    private static boolean announced(MediaPlaylist playlist, int at) {
        List<Segment> segments = playlist.segments();
        for (int i = Math.max(0, at - 1); i <= Math.min(segments.size() - 1, at + 1); i++) {
            if (!segments.get(i).cues().isEmpty()
                    || !segments.get(i).dateRanges().isEmpty()) {
                return true;
            }
        }
        Segment here = segments.get(at);
        return here.dating().known()
                && playlist.dateRanges().stream()
                        .anyMatch(range -> near(range.startDate(), here) || near(range.endDate(), here));
    }

    private static boolean near(OptionalLong date, Segment segment) {
        return date.isPresent() && Math.abs(date.getAsLong() - segment.start()) <= segment.duration();
    }

    private void markers(MediaPlaylist playlist, long from, long before, long at) {
        if (breaks == null && hasMarkers(playlist)) {
            breaks = new AdBreaks();
        }
        if (breaks != null) {
            breaks.note(playlist, from, before, at);
        }
    }

    private static boolean hasMarkers(MediaPlaylist playlist) {
        if (!playlist.dateRanges().isEmpty()) {
            return true;
        }
        List<Segment> segments = playlist.segments();
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).cues().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void keys(MediaPlaylist playlist, long at) {
        Segment newest = playlist.lastSegment();
        if (newest == null || keys == null && newest.keys().isEmpty()) {
            return;
        }
        if (keys == null) {
            keys = new KeyChanges();
        }
        keys.note(newest, at);
    }

    /** The poll that was made just now. */
    public Step<MediaPlaylist> step() {
        if (step == null) {
            throw new IllegalStateException("nothing was seen yet");
        }
        return step;
    }

    /** Since this stream began for us, or began anew. */
    public long began() {
        return began;
    }

    @Override
    public long targetDuration() {
        return step().current().effectiveTargetDuration();
    }

    @Override
    public boolean dated() {
        return step().current().edge().isPresent();
    }

    @Override
    public long pause() {
        return 0;
    }

    @Override
    public long held() {
        return step().cacheLife().toNanos();
    }

    @Override
    public Advances advances() {
        return advances;
    }

    @Override
    public Minutes minutes() {
        return minutes;
    }

    public Discontinuities discontinuities() {
        return discontinuities;
    }

    /** Null where no marker was ever seen. */
    public @Nullable AdBreaks breaks() {
        return breaks;
    }

    /** Null where nothing was ever locked. */
    public @Nullable KeyChanges keys() {
        return keys;
    }

    /** {@link Long#MIN_VALUE} for never. */
    public long partsSeenAt() {
        return partsSeenAt;
    }
}
