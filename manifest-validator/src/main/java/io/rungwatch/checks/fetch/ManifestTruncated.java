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
import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.hls.Playlist;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

public final class ManifestTruncated implements ExchangeCheck {
    private static final CheckInfo INFO = ExchangeCheck.declare(
                    "manifest_truncated", Severity.MAJOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .summary(
                    "The manifest breaks off: fewer bytes than promised (critical where it is the entry manifest), or the last line ends in the middle")
            .impact("Players refuse it now and then, or miss the newest segment.")
            .spec("RFC 9112, 8; draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action(
                    "Check that the origin replaces the file by renaming, and that no cache gives out what it is still fetching.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Attempt attempt, ChannelProfile profile) {
        if (attempt.exchange() instanceof Exchange.Failed failed) {
            return failed.failure() == Failure.TRUNCATED
                    ? Finding.of(INFO, failed.failure().text() + " (" + failed.detail() + ")")
                            .severity(attempt.rendition().isEntry() ? Severity.CRITICAL : Severity.MAJOR)
                            .with("reason", "length")
                            .alone()
                    : Finding.NONE;
        }
        if (attempt.document().isPresent() && attempt.document().get() instanceof NotMpd other) {
            return MpdText.isMeant(other) ? MpdText.truncated(INFO, other) : Finding.NONE;
        }
        if (attempt.document().isPresent() && attempt.document().get() instanceof Mpd mpd) {
            return mpd.problems().isEmpty() ? Finding.NONE : MpdText.truncated(INFO, mpd);
        }
        if (attempt.document().isEmpty() || !(attempt.document().get() instanceof Playlist playlist)) {
            return Finding.NONE;
        }
        String cut = Cut.of(playlist);
        return cut == null
                ? Finding.NONE
                : Finding.of(INFO, "the last line breaks off: " + cut)
                        .with("reason", "last_line")
                        .alone();
    }
}
