package io.rungwatch.checks.ladder;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Ladder;
import io.rungwatch.check.LadderCheck;
import io.rungwatch.check.LadderShape;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.profile.ChannelProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

public final class LadderChanged implements LadderCheck {
    private static final int TOLD = 6;
    private static final CheckInfo INFO = LadderCheck.declare(
                    "ladder_changed", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "The manifest offers something else than before, told for half an hour; info when only the addresses are new")
            .impact("Players read it once: those that run keep the old addresses, those that start see another ladder.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.3.4; Rungwatch")
            .action("Was there a release? If not, look at what is gone: an encoder output died.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Ladder ladder, ChannelProfile profile) {
        if (ladder.previous().isEmpty()) {
            return Finding.NONE;
        }
        LadderShape before = LadderShape.of(ladder.previous().get());
        LadderShape now = LadderShape.of(ladder.playlist());
        Set<String> gone = before.beyond(now);
        Set<String> added = now.beyond(before);
        if (gone.isEmpty() && added.isEmpty()) {
            return moved(ladder.previous().get(), ladder.playlist());
        }
        if (isAsPromised(ladder, profile)) {
            // Of rungs the profile knows better than the past, and what returns is good news: only a lost track is left
            // to tell.
            Set<String> lost = before.tracks().beyond(now);
            return lost.isEmpty() ? Finding.NONE : found(lost, Set.of());
        }
        return found(gone, added);
    }

    private static boolean isAsPromised(Ladder ladder, ChannelProfile profile) {
        return !profile.ladder().isEmpty()
                && ladder.match().missing().isEmpty()
                && ladder.match().unexpected().isEmpty();
    }

    private static List<Finding> found(Set<String> gone, Set<String> added) {
        String text = (gone.isEmpty() ? "" : "gone: " + told(gone))
                + (gone.isEmpty() || added.isEmpty() ? "" : "; ")
                + (added.isEmpty() ? "" : "new: " + told(added));
        return Finding.of(INFO, text)
                .with("gone", gone.size())
                .with("new", added.size())
                .alone();
    }

    private static String told(Set<String> offers) {
        String first = offers.stream().limit(TOLD).collect(Collectors.joining(", "));
        return offers.size() > TOLD ? first + ", and " + (offers.size() - TOLD) + " more" : first;
    }

    /** A new token is no new address. */
    private static List<Finding> moved(MultivariantPlaylist before, MultivariantPlaylist now) {
        Set<String> paths = paths(now);
        paths.removeAll(paths(before));
        return paths.isEmpty()
                ? Finding.NONE
                : Finding.of(INFO, "the same ladder, " + paths.size() + " new addresses")
                        .severity(Severity.INFO)
                        .with("addresses", paths.size())
                        .alone();
    }

    private static Set<String> paths(MultivariantPlaylist playlist) {
        Set<String> paths = new HashSet<>();
        for (String uri : playlist.mediaUris()) {
            int query = uri.indexOf('?');
            paths.add(query < 0 ? uri : uri.substring(0, query));
        }
        return paths;
    }
}
