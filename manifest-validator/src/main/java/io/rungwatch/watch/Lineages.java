package io.rungwatch.watch;

import io.rungwatch.check.Relation;
import io.rungwatch.check.Step;
import io.rungwatch.hls.MediaPlaylist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The playlists that one rendition at one layer was last seen as: up to three, because a load balancer may answer from two packagers
 * in turn and a cache from yesterday. A new playlist joins the lineage that it extends; only one that extends none is a stranger.
 */
final class Lineages {
    private static final int MOST = 3;

    private record Lineage(int id, MediaPlaylist last, Instant at) {}

    /** What a playlist would be if it were accepted; nothing has changed yet. */
    record Join(MediaPlaylist playlist, Relation relation, Optional<MediaPlaylist> previous, int lineage) {}

    private final List<Lineage> known = new ArrayList<>(1);
    private final Returns returns = new Returns();
    private Optional<Step.Seen<MediaPlaylist>> other = Optional.empty();
    private int nextId;

    Join look(MediaPlaylist playlist) {
        if (known.isEmpty()) {
            return new Join(playlist, Relation.FIRST, Optional.empty(), nextId);
        }
        Optional<Join> older = Optional.empty();
        for (Lineage lineage : known) {
            Relation relation = Kinship.of(playlist, lineage.last());
            if (relation == Relation.CONTINUES) {
                boolean current = lineage.id() == known.getFirst().id();
                return join(playlist, current ? relation : Relation.SWITCHED, lineage);
            } else if (relation == Relation.OLDER && older.isEmpty()) {
                older = Optional.of(join(playlist, relation, lineage));
            }
        }
        MediaPlaylist current = known.getFirst().last();
        return older.orElseGet(() -> new Join(playlist, Kinship.of(playlist, current), Optional.of(current), nextId));
    }

    void accept(Join join, Instant at) {
        if (join.relation() == Relation.OLDER) {
            other = Optional.of(new Step.Seen<>(join.playlist(), at));
            returns.remember(Returns.OLDER_COPY);
            return;
        }
        if (!known.isEmpty() && known.getFirst().id() != join.lineage()) {
            other = Optional.of(
                    new Step.Seen<>(known.getFirst().last(), known.getFirst().at()));
        }
        known.removeIf(lineage -> lineage.id() == join.lineage());
        known.addFirst(new Lineage(join.lineage(), join.playlist(), at));
        if (known.size() > MOST) {
            known.removeLast();
        }
        nextId = Math.max(nextId, join.lineage() + 1);
        returns.remember(join.lineage());
    }

    /** The same bytes again. */
    void same(Instant at) {
        returns.again();
        if (!known.isEmpty()) {
            Lineage current = known.removeFirst();
            known.addFirst(new Lineage(current.id(), current.last(), at));
        }
    }

    Optional<MediaPlaylist> current() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.getFirst().last());
    }

    Optional<Step.Seen<MediaPlaylist>> other() {
        return other;
    }

    /** The same, if this were accepted: of two who answer in turn, the other is the one that answered last. */
    Optional<Step.Seen<MediaPlaylist>> other(Join join) {
        if (join.relation() != Relation.SWITCHED) {
            return other;
        }
        Lineage left = known.getFirst();
        return Optional.of(new Step.Seen<>(left.last(), left.at()));
    }

    int returns() {
        return other.isEmpty() ? 0 : returns.count();
    }

    /** The same, if this were accepted. */
    int returns(Join join) {
        return other.isEmpty()
                ? 0
                : returns.with(join.relation() == Relation.OLDER ? Returns.OLDER_COPY : join.lineage());
    }

    private Join join(MediaPlaylist playlist, Relation relation, Lineage lineage) {
        return new Join(playlist, relation, Optional.of(lineage.last()), lineage.id());
    }
}
