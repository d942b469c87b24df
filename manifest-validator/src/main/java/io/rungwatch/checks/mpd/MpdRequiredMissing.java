package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.dash.Representation;
import io.rungwatch.dash.SegmentInfo;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

public final class MpdRequiredMissing implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "mpd_required_missing", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("The MPD lacks what players need to start; minor where they can do without")
            .impact("Players refuse the channel or start at the wrong live edge.")
            .spec("ISO/IEC 23009-1, 5.3.1.2, 5.3.2, 5.3.3, 5.3.5; DASH-IF timing model")
            .action("Look at the packager's manifest template; was it changed or upgraded?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        heading(mpd, tally);
        for (Period period : mpd.periods()) {
            if (mpd.dynamic() && period.id() == null) {
                tally.add(Severity.MINOR, period.at(), "Period without an id in a live MPD");
            }
            period.sets().forEach(set -> set(mpd, set, tally));
            representations(period, tally);
        }
        Set<SegmentInfo> seen = new HashSet<>();
        mpd.presentation().tracks().forEach(track -> timescale(track, seen, tally));
        return tally.worst();
    }

    private static void heading(Mpd mpd, Tally tally) {
        if (mpd.profiles() == null) {
            tally.add(Severity.MINOR, mpd.at(), "MPD without profiles");
        }
        if (mpd.minBufferTime() == null) {
            tally.add(Severity.MINOR, mpd.at(), "MPD without minBufferTime");
        }
        if (mpd.periods().isEmpty()) {
            tally.add(Severity.MAJOR, mpd.at(), "MPD without a Period");
        } else if (mpd.dynamic()) {
            live(mpd, tally);
        } else if (mpd.presentation().periods().getLast().open()) {
            tally.add(
                    Severity.MAJOR,
                    mpd.at(),
                    "static MPD without mediaPresentationDuration or a duration of its last Period");
        }
    }

    private static void live(Mpd mpd, Tally tally) {
        if (mpd.availabilityStart() == null) {
            tally.add(Severity.MAJOR, mpd.at(), "live MPD without availabilityStartTime");
        }
        if (mpd.publishTime() == null) {
            tally.add(Severity.MINOR, mpd.at(), "live MPD without publishTime");
        }
    }

    private static void set(Mpd mpd, AdaptationSet set, Tally tally) {
        if (mpd.dynamic() && set.id() == null) {
            tally.add(Severity.MINOR, set.at(), "AdaptationSet without an id in a live MPD");
        }
        if (set.contentType().isEmpty() && !set.representations().isEmpty()) {
            tally.add(Severity.MAJOR, set.at(), "AdaptationSet says neither mimeType nor contentType");
        }
    }

    private static void representations(Period period, Tally tally) {
        Set<String> ids = new HashSet<>();
        for (AdaptationSet set : period.sets()) {
            for (Representation representation : set.representations()) {
                String id = representation.id();
                if (id == null) {
                    tally.add(Severity.MAJOR, representation.at(), "Representation without an id");
                } else if (!ids.add(id)) {
                    tally.add(
                            Severity.MAJOR, representation.at(), "two Representations of one Period have the id " + id);
                }
            }
        }
    }

    /** Absent means 1; 0 means nothing. */
    private static void timescale(Track track, Set<SegmentInfo> seen, Tally tally) {
        SegmentInfo info = track.addressing().info();
        Long timescale = info.timescale();
        if (timescale != null && timescale == 0 && seen.add(info)) {
            tally.add(Severity.MAJOR, info.at(), info.kind().element() + " with timescale 0");
        }
    }
}
