package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.NotMpd;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.hls.LooksLike;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.MultivariantPlaylist;
import io.rungwatch.hls.NotHls;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;

public final class ManifestEmpty implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_empty", Severity.CRITICAL, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A manifest without any media in it; info while the stream starts")
            .impact("A spinner for ever.")
            .spec("draft-pantos-hls-rfc8216bis-22, 6.2.2")
            .action("Look at the packager's ingest: usually the contribution is lost.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.document().isEmpty()) {
            return Finding.NONE;
        }
        return switch (attempt.document().get()) {
            case NotMpd other ->
                other.looksLike() == LooksLike.EMPTY
                        ? found("status 200 with an empty body", Severity.CRITICAL)
                        : Finding.NONE;
            case Mpd mpd ->
                mpd.presentation()
                                        .tracks()
                                        .noneMatch(track -> track.addressing().count(attempt.at()) > 0)
                                && !mpd.malformed()
                                // What was not kept may hold some.
                                && mpd.problems(ProblemKind.TOO_MANY_PERIODS).isEmpty()
                        ? found(
                                "an MPD without a single segment",
                                starting(attempt) ? Severity.INFO : Severity.CRITICAL)
                        : Finding.NONE;
            case NotHls other ->
                other.looksLike() == LooksLike.EMPTY
                        ? found("status 200 with an empty body", Severity.CRITICAL)
                        : Finding.NONE;
            case MediaPlaylist playlist ->
                playlist.empty() && !playlist.malformed()
                        ? found("a playlist without segments", starting(attempt) ? Severity.INFO : Severity.CRITICAL)
                        : Finding.NONE;
            case MultivariantPlaylist playlist ->
                playlist.variants().isEmpty() && !playlist.malformed()
                        ? found("a multivariant playlist without a single rung", Severity.CRITICAL)
                        : Finding.NONE;
            default -> Finding.NONE;
        };
    }

    private static List<Finding> found(String message, Severity severity) {
        return Finding.of(INFO, message).severity(severity).alone();
    }

    private static boolean starting(Attempt attempt) {
        Duration known = Duration.between(attempt.knownSince(), attempt.at());
        return known.compareTo(attempt.targetDuration().multipliedBy(3)) < 0;
    }
}
