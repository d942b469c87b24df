package io.rungwatch.check;

import io.rungwatch.hls.MultivariantPlaylist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A multivariant playlist, its rungs laid beside those that the profile expects; where the profile has no ladder, all of them are
 * unexpected, and checks that compare say nothing.
 *
 * @param previous what was accepted before: for half an hour after the ladder changed the one from before the change, else the one
 *     that this one replaced just now
 */
public record Ladder(MultivariantPlaylist playlist, LadderMatch match, Optional<MultivariantPlaylist> previous) {

    /** All that are offered, redundant copies and rows per audio group as one. */
    public List<OfferedRung> rungs() {
        List<OfferedRung> rungs = new ArrayList<>();
        match.pairs().forEach(pair -> rungs.add(pair.offered()));
        rungs.addAll(match.unexpected());
        return rungs;
    }
}
