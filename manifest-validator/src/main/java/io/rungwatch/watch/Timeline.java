package io.rungwatch.watch;

import io.rungwatch.check.Overlap;
import io.rungwatch.check.Relation;
import io.rungwatch.check.Step;
import io.rungwatch.hls.MediaPlaylist;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One media playlist at one layer over time: its lineages, and when its live edge last moved. */
final class Timeline {
    private final Lineages lineages = new Lineages();
    private Instant knownSince = Instant.EPOCH;
    private Instant changedAt = Instant.EPOCH;
    private long advanced;
    private @Nullable Duration targetDuration;

    boolean isEmpty() {
        return lineages.current().isEmpty();
    }

    Optional<MediaPlaylist> current() {
        return lineages.current();
    }

    /** Of the newest playlist that is believed; null before there is one. */
    @Nullable
    Duration targetDuration() {
        return targetDuration;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** In nanoseconds of media. */
    long advanced() {
        return advanced;
    }

    Lineages.Join look(MediaPlaylist playlist) {
        return lineages.look(playlist);
    }

    /** The step that this playlist would be; accepting it or not is the next decision. */
    Step<MediaPlaylist> step(Lineages.Join join, Instant at, Duration cacheLife) {
        boolean first = join.relation() == Relation.FIRST;
        return new Step<>(
                join.playlist(),
                join.previous(),
                join.relation(),
                at,
                first ? at : changedAt,
                advance(join) == 0 && !first ? changedAt : at,
                first || join.relation().stranger() ? at : knownSince,
                cacheLife,
                lineages.returns(join),
                lineages.other(join));
    }

    /** The same bytes again. */
    Step<MediaPlaylist> same(Instant at, Duration cacheLife) {
        lineages.same(at);
        return still(at, cacheLife);
    }

    /** We looked, and the newest that we know of this playlist is still the newest. */
    Step<MediaPlaylist> still(Instant at, Duration cacheLife) {
        Optional<MediaPlaylist> current = lineages.current();
        return new Step<>(
                current.orElseThrow(),
                current,
                Relation.SAME,
                at,
                changedAt,
                changedAt,
                knownSince,
                cacheLife,
                lineages.returns(),
                lineages.other());
    }

    void accept(Lineages.Join join, Step<MediaPlaylist> step) {
        if (join.relation() != Relation.OLDER) {
            advanced = join.relation().stranger() ? 0 : advanced + advance(join);
            knownSince = step.knownSince();
            changedAt = step.changedAt();
            targetDuration = Pace.clamp(Duration.ofNanos(join.playlist().effectiveTargetDuration()));
        }
        lineages.accept(join, step.at());
    }

    /** How much newer media this playlist brings; a stranger brings something, unless all it does is to date the same segments otherwise. */
    private long advance(Lineages.Join join) {
        MediaPlaylist playlist = join.playlist();
        if (join.relation() == Relation.FIRST || join.relation() == Relation.OLDER) {
            return 0;
        }
        MediaPlaylist previous = join.previous().orElseThrow();
        if (join.relation().stranger() && !Overlap.of(previous, playlist).otherwiseDated()) {
            return playlist.longestSegment();
        }
        return playlist.mediaFrom(previous.endNumber());
    }
}
