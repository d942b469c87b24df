package io.rungwatch.watch;

import io.rungwatch.check.Rendition;
import io.rungwatch.check.View;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rendition at all layers that name it, and its turn: all layers are asked for it in the same instant, so that what differs between
 * them is theirs.
 */
final class Round {
    /** After trouble an entry manifest is asked at the pace of its playlists until three polls were clean again. */
    private static final int ATTENTIVE = 4;

    private final Rendition rendition;
    private final Judge judge;
    private final long seed;
    private final @Nullable Track[] tracks;
    private final Readings readings = new Readings();
    private Instant next;
    private Instant wanted = Instant.MAX;
    private long number;
    private int attentive;

    Round(Rendition rendition, Judge judge, int layers, long seed, Instant first) {
        this.rendition = rendition;
        this.judge = judge;
        this.tracks = new Track[layers];
        this.seed = seed;
        this.next = first;
    }

    Rendition rendition() {
        return rendition;
    }

    Judge judge() {
        return judge;
    }

    Readings readings() {
        return readings;
    }

    /** At this place in the chain, 0 is the top; null where the layer does not name it. */
    @Nullable
    Track track(int layer) {
        return tracks[layer];
    }

    Stream<Track> tracks() {
        return Arrays.stream(tracks).filter(Objects::nonNull);
    }

    int layers() {
        return tracks.length;
    }

    void follow(Track track) {
        tracks[track.layer().place()] = track;
    }

    void leave(Track track) {
        tracks[track.layer().place()] = null;
    }

    boolean isFollowed() {
        for (Track track : tracks) {
            if (track != null) {
                return true;
            }
        }
        return false;
    }

    /** The nearest layer up the chain that answered lately. */
    @Nullable
    View above(Track track, long recent) {
        for (int i = track.layer().place() - 1; i >= 0; i--) {
            Track upper = tracks[i];
            if (upper != null && upper.view().isLive(recent)) {
                return upper.view();
            }
        }
        return null;
    }

    /** What each layer that was asked said last; 0 is no answer. */
    List<Integer> statuses() {
        return tracks().filter(track -> track.looked).map(track -> track.status).toList();
    }

    /** All caches on the way may have held it back, one after the other, each for a target duration at most. */
    Duration cacheLife(Track track, Duration target) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i <= track.layer().place(); i++) {
            Track upper = tracks[i];
            if (upper != null && !upper.cacheLife().isZero()) {
                sum = sum.plus(upper.cacheLife().compareTo(target) < 0 ? upper.cacheLife() : target);
            }
        }
        return sum;
    }

    /** That of the playlist where it was read first on its way down the chain; null before anybody has read it. */
    @Nullable
    Duration targetDuration() {
        for (Track track : tracks) {
            if (track != null && track.targetDuration() != null) {
                return track.targetDuration();
            }
        }
        return null;
    }

    Instant next() {
        return next;
    }

    /** Its turn, or the first wish of one of its playlists before that. */
    Instant due() {
        return wanted.isBefore(next) ? wanted : next;
    }

    /** A playlist of it wants to be asked apart from the round. */
    void wants(Instant at) {
        if (at.isBefore(wanted)) {
            wanted = at;
        }
    }

    void wantsNothing() {
        wanted = Instant.MAX;
    }

    /** Skipped rounds are never made up for. */
    void begin(Instant now, Duration interval) {
        number++;
        next = now.plus(Pace.round(interval, seed, number));
        attentive = Math.max(0, attentive - 1);
    }

    /** Something came or went: look again by then at the latest, and go on looking closely for a while. */
    void trouble(Instant by) {
        attentive = ATTENTIVE;
        notAfter(by);
    }

    void notAfter(Instant by) {
        if (by.isBefore(next)) {
            next = by;
        }
    }

    boolean attentive() {
        return attentive > 0;
    }

    Duration refetch() {
        return Pace.refetch(seed, number);
    }
}
