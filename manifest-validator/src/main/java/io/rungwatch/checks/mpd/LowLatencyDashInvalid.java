package io.rungwatch.checks.mpd;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.MpdCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Tally;
import io.rungwatch.check.Times;
import io.rungwatch.dash.AdaptationSet;
import io.rungwatch.dash.Addressing;
import io.rungwatch.dash.Mpd;
import io.rungwatch.dash.PeriodView;
import io.rungwatch.dash.Scale;
import io.rungwatch.dash.ServiceDescription;
import io.rungwatch.dash.Track;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Judged where the manifest itself promises low latency: no profile says so. */
public final class LowLatencyDashInvalid implements MpdCheck {
    private static final String PROFILE = "http://www.dashif.org/guidelines/low-latency-live";
    private static final long MILLISECOND = 1_000_000;

    private static final CheckInfo INFO = MpdCheck.declare(
                    "low_latency_dash_invalid", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .summary("A low-latency MPD contradicts itself or lacks what players need for it")
            .impact("Latency as in normal DASH.")
            .spec("DASH-IF low-latency modes for DASH; ISO/IEC 23009-1, 5.3.9.5.3, Annex K")
            .action("Look at the low-latency flags of the packager; the CDN must pass on partial objects.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(Mpd mpd, ChannelProfile profile, Instant at) {
        boolean promised = mpd.profiles() != null && mpd.profiles().contains(PROFILE);
        List<Track> early = mpd.presentation()
                .tracks()
                .filter(track -> track.addressing().availabilityTimeOffset() > 0)
                .toList();
        List<ServiceDescription> services = services(mpd);
        if (!mpd.dynamic() || (!promised && early.isEmpty())) {
            return Finding.NONE;
        }
        Tally tally = new Tally(INFO);
        if (early.isEmpty()) {
            tally.add(Severity.MINOR, mpd.at(), "the profile promises low latency, no availabilityTimeOffset gives it");
        }
        early.forEach(track -> offset(track, at, tally));
        mpd.presentation()
                .periods()
                .forEach(period -> period.period().sets().forEach(set -> oneOffset(period, set, tally)));
        services.forEach(service -> limits(service, tally));
        service(mpd, services, early, tally);
        return tally.worst();
    }

    private static List<ServiceDescription> services(Mpd mpd) {
        return Stream.concat(
                        mpd.services().stream(), mpd.periods().stream().flatMap(period -> period.services().stream()))
                .toList();
    }

    private static void offset(Track track, Instant at, Tally tally) {
        Addressing addressing = track.addressing();
        long offset = addressing.availabilityTimeOffset();
        long duration = addressing.longest(at);
        if (duration > 0 && offset >= duration) {
            String text = offset >= Scale.FAR ? "INF" : Times.text(offset);
            tally.add(
                    Severity.MINOR,
                    addressing.info().at(),
                    track.name() + " is available " + text + " early, its segments last " + Times.text(duration));
        } else if (!complete(track)) {
            tally.add(
                    Severity.MINOR,
                    addressing.info().at(),
                    track.name() + " has an availabilityTimeOffset without availabilityTimeComplete=\"false\"");
        }
    }

    /** Said by the segments or by their BaseURL. */
    private static boolean complete(Track track) {
        return Boolean.FALSE.equals(track.addressing().info().availabilityTimeComplete())
                || track.baseUrls().stream()
                        .flatMap(List::stream)
                        .anyMatch(url -> Boolean.FALSE.equals(url.availabilityTimeComplete()));
    }

    private static void oneOffset(PeriodView period, AdaptationSet set, Tally tally) {
        long different = period.tracks().stream()
                .filter(track -> track.set().at().equals(set.at()))
                .mapToLong(track -> track.addressing().availabilityTimeOffset())
                .distinct()
                .count();
        if (different > 1) {
            tally.add(Severity.MINOR, set.at(), set.name() + ": availabilityTimeOffset differs inside the set");
        }
    }

    private static void limits(ServiceDescription service, Tally tally) {
        Long target = service.target();
        Long min = service.min();
        Long max = service.max();
        boolean low = target != null && min != null && target < min;
        boolean high = target != null && max != null && target > max;
        if (low || high || (min != null && max != null && min > max)) {
            tally.add(
                    Severity.MINOR,
                    service.at(),
                    "Latency: target " + target + " is not between " + min + " and " + max);
        }
        boolean slow = service.slowest() != null && service.slowest() > 1;
        boolean fast = service.fastest() != null && service.fastest() < 1;
        if (slow || fast) {
            tally.add(Severity.MINOR, service.at(), "PlaybackRate leaves out the normal speed");
        }
    }

    private static void service(Mpd mpd, List<ServiceDescription> services, List<Track> early, Tally tally) {
        Optional<Long> target = services.stream()
                .map(ServiceDescription::target)
                .filter(Objects::nonNull)
                .findFirst();
        if (target.isEmpty()) {
            tally.add(Severity.MINOR, mpd.at(), "low latency without a Latency target in ServiceDescription");
        }
        for (Track track : early) {
            Addressing addressing = track.addressing();
            long least =
                    Scale.nanos(addressing.duration(0), addressing.timescale()) - addressing.availabilityTimeOffset();
            long wanted = Math.min(target.orElse(Long.MAX_VALUE), Scale.FAR / MILLISECOND) * MILLISECOND;
            if (wanted < least) {
                tally.add(
                        Severity.MINOR,
                        addressing.info().at(),
                        "Latency target of " + Times.text(wanted) + ", but segments take " + Times.text(least));
                return;
            }
        }
        if (mpd.periods().stream().flatMap(p -> p.sets().stream()).noneMatch(AdaptationSet::producerReferenceTime)) {
            tally.add(Severity.INFO, mpd.at(), "low latency without ProducerReferenceTime");
        }
    }
}
