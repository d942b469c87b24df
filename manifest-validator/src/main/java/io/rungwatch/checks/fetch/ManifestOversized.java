package io.rungwatch.checks.fetch;

import io.rungwatch.check.Attempt;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.ExchangeCheck;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.dash.DashDocument;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Playlist;
import io.rungwatch.hls.Problem;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ManifestOversized implements ExchangeCheck {
    private static final int MOST_BYTES = 4 << 20;
    private static final int RATIO = 200;
    /** Below this a body may be as repetitive as it likes. */
    private static final int SMALL = 64 << 10;

    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_oversized", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(
                    50_000, "segments in one playlist; more bytes than 4 MiB, of an MPD 8 MiB, are never read"))
            .summary(
                    "A manifest of more than 4 MiB (DASH: 8 MiB), more of segments, playlists, Periods or tags than a device can hold, or a compression bomb; major where it has no end within what is read")
            .impact("A slow start; television sets and sticks crash.")
            .spec("Rungwatch; Apple HLS authoring 14.4")
            .action("Shorten the window, or offer delta updates.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.exchange() instanceof Exchange.Failed failed) {
            return failed.failure() == Failure.TOO_LARGE
                    ? Finding.of(INFO, failed.failure().text() + " (" + failed.detail() + "): nothing of it is judged")
                            .severity(Severity.MAJOR)
                            .with("reason", "bytes")
                            .alone()
                    : Finding.NONE;
        }
        if (attempt.document().isEmpty() || !(attempt.exchange() instanceof Exchange.Answered answer)) {
            return Finding.NONE;
        }
        return switch (attempt.document().get()) {
            case Playlist playlist -> playlist(playlist, answer, profile);
            case DashDocument mpd -> {
                List<Finding> more = MpdText.oversized(INFO, mpd);
                yield more.isEmpty() ? bomb(answer.body().length, answer) : more;
            }
            default -> Finding.NONE;
        };
    }

    private static List<Finding> playlist(Playlist playlist, Exchange.Answered answer, ChannelProfile profile) {
        int bytes = playlist.source().length();
        if (bytes > MOST_BYTES) {
            return found("bytes", bytes + " bytes, 4 MiB are the most");
        }
        int segments =
                playlist instanceof MediaPlaylist media ? media.segments().size() : 0;
        if (segments > profile.threshold(INFO)) {
            return found("segments", segments + " segments");
        }
        List<Finding> bomb = bomb(bytes, answer);
        return bomb.isEmpty() && !playlist.problems().isEmpty() ? noticed(playlist.problems()) : bomb;
    }

    private static List<Finding> bomb(int bytes, Exchange.Answered answer) {
        return bytes > SMALL && unpackedFrom(answer) * RATIO < bytes
                ? found("ratio", bytes + " bytes came out of " + unpackedFrom(answer) + " compressed ones")
                : Finding.NONE;
    }

    /** What the parser gave up on. */
    private static List<Finding> noticed(List<Problem> problems) {
        for (Problem problem : problems) {
            switch (problem.kind()) {
                case TOO_MANY_SEGMENTS, TOO_MANY_LINES, TOO_MANY_RENDITIONS, TOO_MANY_TAGS -> {
                    return found(problem.kind().id(), problem.kind().text() + " (" + problem.text() + ")");
                }
                default -> {}
            }
        }
        return Finding.NONE;
    }

    /** Length as it travelled; where nobody says, so long that nothing follows from it. */
    private static long unpackedFrom(Exchange.Answered answer) {
        String length = answer.headers().first("Content-Length").orElse("");
        boolean number =
                !length.isEmpty() && length.length() < 10 && length.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean packed = answer.headers().first("Content-Encoding").isPresent() && answer.status() == 200;
        return packed && number ? Long.parseLong(length) : Integer.MAX_VALUE;
    }

    private static List<Finding> found(String reason, String text) {
        return Finding.of(INFO, text).with("reason", reason).alone();
    }
}
