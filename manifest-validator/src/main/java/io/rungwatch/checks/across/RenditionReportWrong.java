package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.CheckSet;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.RenditionsCheck;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.RenditionReport;
import io.rungwatch.profile.ChannelProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class RenditionReportWrong implements RenditionsCheck {
    private static final CheckInfo INFO = RenditionsCheck.declare(
                    "rendition_report_wrong", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .set(CheckSet.LOW_LATENCY)
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
    public List<Finding> check(View self, List<View> all, ChannelProfile profile) {
        if (!OddOneOut.isMain(self) || self.ended()) {
            return Finding.NONE;
        }
        MediaPlaylist playlist = self.step().orElseThrow().current();
        if (playlist.partTarget().isEmpty() || playlist.tail().parts().isEmpty() && lastParts(playlist) == 0) {
            return Finding.NONE;
        }
        List<Finding> found = new ArrayList<>(0);
        for (RenditionReport report : playlist.renditionReports()) {
            String wrong = wrong(report, self, playlist, all, profile.threshold(INFO));
            if (wrong != null) {
                found.add(Finding.of(INFO, "report of " + report.uri() + " (line " + report.line() + ") " + wrong)
                        .with("line", report.line())
                        .with("uri", report.uri()));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            if (isMissing(self, all.get(i), playlist)) {
                String name = all.get(i).rendition().name();
                found.add(Finding.of(INFO, "no report of " + name).with("other", name));
            }
        }
        return found;
    }

    private static boolean isMissing(View self, View other, MediaPlaylist playlist) {
        boolean reported =
                other == self || !OddOneOut.isMain(other) || other.path().isEmpty();
        for (int i = 0; i < playlist.renditionReports().size() && !reported; i++) {
            reported = Reported.path(
                            self.path(), playlist.renditionReports().get(i).uri())
                    .equals(other.path());
        }
        return !reported;
    }

    private static @Nullable String wrong(
            RenditionReport report, View self, MediaPlaylist playlist, List<View> all, double behind) {
        if (report.uri().contains("://")) {
            return "has an absolute address";
        }
        String path = Reported.path(self.path(), report.uri());
        for (int i = 0; i < all.size(); i++) {
            View other = all.get(i);
            boolean meant = other != self && other.path().equals(path) && OddOneOut.isMain(other);
            // Only two looks of nearly the same moment can contradict each other.
            if (meant
                    && Math.abs(other.at() - self.at()) <= playlist.partTarget().orElse(0)) {
                return Reported.of(report, playlist)
                        .contradicts(other.step().orElseThrow().current(), behind);
            }
        }
        return null;
    }

    private static int lastParts(MediaPlaylist playlist) {
        var last = playlist.lastSegment();
        return last == null ? 0 : last.parts().size();
    }
}
