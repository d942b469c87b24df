package io.rungwatch.checks.playlist;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Tag;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class VersionIncompatible implements ExchangeCheck {
    private static final int NEWEST = 13;
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "version_incompatible", Severity.MINOR, Owner.PACKAGER, Confirm.AT_ONCE)
            .set(CheckSet.AUTHORING)
            .summary("EXT-X-VERSION is lower than what the playlist uses; info where it is higher by two or more")
            .impact("Old devices refuse what they could play, or fail at what they were not told of.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.1.2, 6.2.1, 8")
            .action("Nothing for tonight: set the version in the packager.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty() || !(attempt.document().get() instanceof Playlist playlist)) {
            return Finding.NONE;
        }
        Needs needs = switch (playlist) {
            case MediaPlaylist media -> Needs.of(media);
            case MultivariantPlaylist multivariant -> Needs.of(multivariant);
        };
        int version = playlist.version();
        if (version < needs.version()) {
            return found(
                    Severity.MINOR,
                    version,
                    needs,
                    "version " + version + ", but " + needs.because() + " needs " + needs.version());
        }
        if (version > NEWEST || isTooHigh(playlist, needs)) {
            String text = version > NEWEST
                    ? "version " + version + " does not exist"
                    : "version " + version + ", where " + needs.version() + " would do";
            return found(Severity.INFO, version, needs, text);
        }
        return Finding.NONE;
    }

    /** A manifest has the version of its playlists, which is not known here. */
    private static boolean isTooHigh(Playlist playlist, Needs needs) {
        return playlist instanceof MediaPlaylist
                && playlist.has(Tag.VERSION)
                && playlist.version() >= needs.version() + 2;
    }

    private static List<Finding> found(Severity severity, int version, Needs needs, String text) {
        return Finding.of(INFO, text)
                .severity(severity)
                .with("version", version)
                .with("needed", needs.version())
                .alone();
    }
}
