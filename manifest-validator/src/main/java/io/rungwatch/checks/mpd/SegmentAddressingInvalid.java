package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Problem;
import io.rungwatch.dash.ProblemKind;
import io.rungwatch.dash.Representation;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.SegmentInfo;
import io.rungwatch.dash.SegmentUrl;
import io.rungwatch.dash.Template;
import io.rungwatch.dash.Timeline;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

public final class SegmentAddressingInvalid implements MpdCheck {
    private static final CheckInfo INFO = MpdCheck.declare(
                    "segment_addressing_invalid", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("Players cannot tell the URLs of a Representation's segments")
            .impact("The rung does not play.")
            .spec("ISO/IEC 23009-1, 5.3.9.2–5.3.9.4; DASH-IF timing model, one mode of addressing per set")
            .action("Look at the named line of the manifest template; roll the packager back if it was changed.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        for (Problem problem : mpd.problems()) {
            boolean number =
                    problem.kind() == ProblemKind.NUMBER && problem.text().startsWith("Segment");
            if (number || problem.kind() == ProblemKind.TEMPLATE || problem.kind() == ProblemKind.RANGE) {
                tally.add(Severity.MAJOR, problem.line(), problem.kind().text() + ": " + problem.text());
            }
        }
        Set<SegmentInfo> seen = new HashSet<>();
        for (PeriodView period : mpd.presentation().periods()) {
            for (Track track : period.tracks()) {
                modes(track, tally);
                if (seen.add(track.addressing().info())) {
                    check(period, track, at, tally);
                }
            }
            period.period().sets().forEach(set -> oneMode(period, set, tally));
        }
        return tally.worst();
    }

    private static void modes(Track track, Tally tally) {
        Representation representation = track.representation();
        boolean file =
                track.baseUrls().getLast().size() + track.baseUrls().get(2).size() > 0;
        if (track.kinds().isEmpty() && !file) {
            tally.add(Severity.MAJOR, representation.at(), track.name() + " names no segments at all");
        } else if (track.kinds().size() > 1) {
            String both = track.kinds().get(0).element() + " and "
                    + track.kinds().get(1).element();
            tally.add(Severity.MAJOR, representation.at(), track.name() + " has " + both + " on one level");
        }
    }

    private static void check(PeriodView period, Track track, Instant at, Tally tally) {
        if (track.kinds().isEmpty()) {
            return;
        }
        switch (track.addressing().info().kind()) {
            case TEMPLATE -> template(track, at, tally);
            case LIST -> list(period, track, tally);
            case BASE -> base(track, tally);
        }
    }

    private static void template(Track track, Instant at, Tally tally) {
        SegmentInfo info = track.addressing().info();
        Template media = info.media();
        if (media == null) {
            tally.add(Severity.MAJOR, info.at(), "SegmentTemplate without media");
        } else if (!media.has(Template.Identifier.NUMBER)
                && !media.has(Template.Identifier.TIME)
                && track.addressing().count(at) > 1) {
            tally.add(Severity.MAJOR, info.at(), "media has neither $Number$ nor $Time$: all segments have one URL");
        } else if (track.addressing().mode() == Addressing.Mode.SINGLE
                && media.trouble().isEmpty()) {
            tally.add(Severity.MAJOR, info.at(), "SegmentTemplate without duration or SegmentTimeline");
        }
        initialization(track, tally);
    }

    private static void initialization(Track track, Tally tally) {
        SegmentInfo info = track.addressing().info();
        if (info.initialization() == null && track.representation().mimeType().endsWith("/mp4")) {
            tally.add(Severity.MAJOR, info.at(), info.kind().element() + " without initialization");
        }
    }

    private static void list(PeriodView period, Track track, Tally tally) {
        SegmentInfo info = track.addressing().info();
        initialization(track, tally);
        long needed = needed(period, track.addressing());
        if (info.urls().size() < needed) {
            tally.add(
                    Severity.MAJOR,
                    info.at(),
                    info.urls().size() + " SegmentURLs, but the Period has " + needed + " segments");
        }
        for (int i = 1; i < info.urls().size(); i++) {
            SegmentUrl before = info.urls().get(i - 1);
            SegmentUrl url = info.urls().get(i);
            boolean oneFile = Objects.equals(before.media(), url.media());
            if (oneFile
                    && url.mediaRange() != null
                    && before.mediaRange() != null
                    && url.mediaRange().overlaps(before.mediaRange())) {
                tally.add(Severity.MAJOR, url.at(), "mediaRange overlaps the one before");
            }
        }
    }

    private static long needed(PeriodView period, Addressing addressing) {
        if (addressing.mode() == Addressing.Mode.TIMELINE) {
            Timeline timeline = addressing.timeline().orElseThrow();
            return timeline.open() ? 0 : timeline.segmentsBefore(timeline.runs().size());
        }
        if (addressing.mode() == Addressing.Mode.SINGLE || period.open()) {
            return 1;
        }
        long length = Scale.ticks(period.end() - period.start(), addressing.timescale());
        return Math.max(1, -Math.floorDiv(-length, addressing.duration(0)));
    }

    private static void base(Track track, Tally tally) {
        SegmentInfo info = track.addressing().info();
        if (info.indexRange() == null && track.representation().mimeType().endsWith("/mp4")) {
            tally.add(Severity.MAJOR, info.at(), "SegmentBase without indexRange: players cannot find the index");
        }
    }

    private static void oneMode(PeriodView period, AdaptationSet set, Tally tally) {
        List<Track> tracks = period.tracks().stream()
                .filter(track -> track.set().at().equals(set.at()))
                .toList();
        for (Track track : tracks) {
            if (!mode(track).equals(mode(tracks.getFirst()))) {
                tally.add(
                        Severity.MAJOR,
                        track.representation().at(),
                        track.name() + " is addressed by " + mode(track) + ", "
                                + tracks.getFirst().name() + " by " + mode(tracks.getFirst()));
                return;
            }
        }
    }

    private static String mode(Track track) {
        if (track.kinds().isEmpty()) {
            return "BaseURL";
        }
        String by = track.addressing().mode() == Addressing.Mode.TIMELINE ? " with a timeline" : "";
        return track.kinds().getLast().element() + by;
    }
}
