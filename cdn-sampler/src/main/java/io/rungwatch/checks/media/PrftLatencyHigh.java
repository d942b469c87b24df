package io.rungwatch.checks.media;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.media.ProducerTime;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Mode;
import io.rungwatch.round.MediaCheck;
import io.rungwatch.round.MediaStep;
import io.rungwatch.round.Portion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From when an encoder had the first picture of a segment to when a manifest listed the whole of it. Most streams have no such time, and only
 * a profile says how long it should take.
 */
public final class PrftLatencyHigh implements MediaCheck {
    private static final CheckInfo INFO = MediaCheck.declare(
                    "prft_latency_high", Severity.MINOR, Owner.PACKAGER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.millis(3000, "beyond the latency that the profile expects"))
            .summary(
                    "From encoder to manifest it takes longer than the profile allows, by the encoder\u2019s own clock (prft)")
            .impact("Viewers are further behind live than they should be.")
            .spec("ISO 14496-12, 8.16.5; ISO 23009-1, 5.10.3.3")
            .action("Look at the queue between encoder and packager; and at the encoder\u2019s clock (NTP).");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(MediaStep step, ChannelProfile profile) {
        Optional<Duration> allowed = profile.expect().latency();
        Optional<Duration> taken = taken(step.current());
        if (profile.mode() != Mode.LIVE || allowed.isEmpty() || taken.isEmpty()) {
            return Finding.NONE;
        }
        double seconds = (taken.get().toNanos() - allowed.get().toNanos()) / 1e9;
        return seconds <= profile.threshold(INFO) / 1e9
                ? Finding.NONE
                : Told.of(
                                INFO,
                                step.current(),
                                "took " + Told.seconds(taken.get().toNanos() / 1e9)
                                        + " or longer from its encoder to its manifest, by the encoder's clock")
                        .with("seconds", taken.get().toNanos() / 1e9)
                        .alone();
    }

    /** More than an hour is no latency: an ad that was made long ago, or a clock that nobody set. */
    private static Optional<Duration> taken(Portion portion) {
        return Opened.mp4(portion).stream()
                .flatMap(mp4 -> mp4.producerTimes().stream())
                .findFirst()
                .map(PrftLatencyHigh::instant)
                .map(begun -> Duration.between(begun, portion.segment().published())
                        .minusNanos(LOOKS * portion.segment().listed().duration()))
                .filter(taken -> !taken.isNegative() && taken.compareTo(LONGEST) <= 0);
    }

    /** The segment lasts as long itself; and it may be listed for as long before it is seen, below a cache. */
    private static final int LOOKS = 2;

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long FROM_1900_TO_1970 = 2_208_988_800L;
    private static final long NANOS = 1_000_000_000L;

    private static Instant instant(ProducerTime time) {
        long fraction = time.ntp() & 0xffff_ffffL;
        return Instant.ofEpochSecond(
                (time.ntp() >>> Integer.SIZE) - FROM_1900_TO_1970, fraction * NANOS >>> Integer.SIZE);
    }
}
