package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LadderMatch;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.Period;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.ExpectedRung;
import io.rungwatch.profile.ExpectedTrack;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

public final class PeriodLadderDiffers implements MpdCheck {
    private static final List<String> CONNECTED =
            List.of("urn:mpeg:dash:period-connectivity:2015", "urn:mpeg:dash:period-continuity:2015");

    private static final CheckInfo INFO = MpdCheck.declare(
                    "period_ladder_differs", Severity.MAJOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary(
                    "A Period lacks sound, picture or a rung of the one before; minor for subtitles and connected sets")
            .impact("Silence, black or a lost rung from the border on.")
            .spec("DASH-IF timing model, period connectivity")
            .action("Compare the two Periods; which profile did the packager or the ad stitcher use for the second?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        Tally tally = new Tally(INFO);
        Period before = null;
        Period programme = null;
        for (Period period : mpd.periods()) {
            // What is fetched from elsewhere, or announced only, has nothing to compare yet.
            if (period.sets().isEmpty()) {
                continue;
            }
            if (programme != null) {
                types(programme, period, tally);
                if (!period.isAd()) {
                    rungs(programme, period, profile, tally);
                    languages(programme, period, profile, tally);
                }
            }
            if (before != null) {
                connections(before, period, tally);
            }
            before = period;
            programme = period.isAd() ? programme : period;
        }
        return tally.worst();
    }

    private static void types(Period programme, Period period, Tally tally) {
        for (String type : List.of("video", "audio", "text")) {
            boolean subtitles = type.equals("text");
            if (has(programme, type) && !has(period, type) && !(subtitles && period.isAd())) {
                tally.add(
                        subtitles ? Severity.MINOR : Severity.MAJOR,
                        period.at(),
                        "Period " + period.name() + " has no " + type + ", " + programme.name() + " has");
            }
        }
    }

    private static boolean has(Period period, String type) {
        return period.sets().stream().anyMatch(set -> set.is(type));
    }

    /** Only what the profile says must be there: an encoder may change its ladder at a border. */
    private static void rungs(Period programme, Period period, ChannelProfile profile, Tally tally) {
        for (ExpectedRung rung : profile.ladder()) {
            if (offers(programme, rung) && !offers(period, rung) && has(period, "video")) {
                tally.add(Severity.MAJOR, period.at(), "Period " + period.name() + " lost the rung " + rung.rung());
            }
        }
    }

    private static boolean offers(Period period, ExpectedRung rung) {
        return period.sets().stream()
                .flatMap(set -> set.representations().stream())
                .anyMatch(r -> Math.abs(r.height() - rung.height()) <= LadderMatch.HEIGHT_SLACK);
    }

    private static void languages(Period programme, Period period, ChannelProfile profile, Tally tally) {
        for (ExpectedTrack track : profile.audio()) {
            if (speaks(programme, track) && !speaks(period, track) && has(period, "audio")) {
                tally.add(
                        Severity.MAJOR, period.at(), "Period " + period.name() + " lost the audio " + track.language());
            }
        }
    }

    private static boolean speaks(Period period, ExpectedTrack track) {
        return period.sets().stream()
                .anyMatch(set -> set.is("audio") && set.language().equalsIgnoreCase(track.language()));
    }

    private static void connections(Period before, Period period, Tally tally) {
        for (AdaptationSet set : period.sets()) {
            boolean connected = before.id() != null
                    && set.supplements().stream()
                            .anyMatch(s -> CONNECTED.stream().anyMatch(s::is)
                                    && before.id().equals(s.value()));
            AdaptationSet other = connected ? twin(before, set) : null;
            if (connected && other == null) {
                tally.add(
                        Severity.MINOR,
                        set.at(),
                        set.name() + " continues a set that Period " + before.name() + " lacks");
            } else if (other != null && !shape(set).equals(shape(other))) {
                tally.add(
                        Severity.MINOR,
                        set.at(),
                        set.name() + " continues Period " + before.name() + " with other Representations or codecs");
            }
        }
    }

    private static @Nullable AdaptationSet twin(Period before, AdaptationSet set) {
        return before.sets().stream()
                .filter(other -> Objects.equals(other.id(), set.id()))
                .findFirst()
                .orElse(null);
    }

    private static Set<String> shape(AdaptationSet set) {
        Set<String> shape = new TreeSet<>();
        set.representations().forEach(r -> shape.add(r.id() + " " + r.codecs()));
        return shape;
    }
}
