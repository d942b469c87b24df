package io.rungwatch.checks.reload;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.ReloadCheck;
import io.rungwatch.check.Reloads;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Threshold;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.RenditionReport;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** Only playlists of the same instant can contradict each other. */
public final class RenditionReportWrong implements ReloadCheck {
    private static final CheckInfo INFO = ReloadCheck.declare(
                    "rendition_report_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.count(1, "parts by which a report may be behind; one more than that it may be ahead"))
            .summary("A low-latency playlist has no EXT-X-RENDITION-REPORT of another rendition, or one that is wrong")
            .impact("Switching quality takes longer.")
            .spec("draft-pantos-hls-rfc8216bis-22, 4.4.5.4, B.1")
            .action("Look at the packager: do its outputs know of each other?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Reloads seen, ChannelProfile profile) {
        Tally tally = new Tally(INFO);
        MediaPlaylist whole = seen.whole().filter(playlist -> !playlist.ended()).orElse(null);
        if (whole == null) {
            return Finding.NONE;
        }
        for (RenditionReport report : whole.renditionReports()) {
            if (report.uri().contains("://")) {
                tally.add(INFO.severity(), report.line(), "the report of " + report.uri() + " has an absolute address");
            }
        }
        for (Reloads.Other other : seen.others()) {
            if (other.playlist().partTarget().isPresent() && !other.playlist().ended()) {
                other(whole, other, profile.threshold(INFO), tally);
            }
        }
        return tally.worst();
    }

    private static void other(MediaPlaylist whole, Reloads.Other other, double behind, Tally tally) {
        for (RenditionReport report : whole.renditionReports()) {
            if (Reported.isOf(report, other.path())) {
                String wrong = Reported.of(report, whole).contradicts(other.playlist(), behind);
                if (wrong != null) {
                    tally.add(
                            INFO.severity(),
                            report.line(),
                            "the report of " + other.rendition().name() + " " + wrong);
                }
                return;
            }
        }
        tally.add(Finding.of(INFO, "no report of " + other.rendition().name())
                .with("other", other.rendition().name()));
    }
}
