package io.rungwatch.checks.layers;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.LayersCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Rendition.Kind;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Step;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.profile.ChannelProfile;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

public final class LayerBehind implements LayersCheck {
    /** A copy that has not advanced for a whole target duration is on its way to being stale, which says it better. */
    private static final double STILL = 1;

    private static final CheckInfo INFO = LayersCheck.declare(
                    "layer_behind", Severity.MAJOR, Owner.BY_LAYER, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(
                    1.5, "behind the layer above, beyond the freshness that its headers declare"))
            .summary("A layer serves an older playlist than the layer above it, by more than caching allows; "
                    + "major from three target durations on, critical when all video is that late")
            .impact("Stalls behind that part of the CDN only.")
            .spec("RFC 9111, 4.2; draft-pantos-hls-rfc8216bis-22, 6.2.1")
            .action("Purge the playlist there, lower its TTL; look at the revalidation towards the layer above.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LayerPair self, List<LayerPair> all, ChannelProfile profile) {
        OptionalDouble behind = behind(self);
        double target = target(self);
        double limit = profile.threshold(INFO) * target;
        double late = behind.orElse(0) - fresh(self);
        double excess = late <= limit ? late : late - twins(all);
        if (excess <= limit) {
            return Finding.NONE;
        }
        boolean allVideo = all.stream()
                .filter(pair -> pair.here().rendition().kind() == Kind.VIDEO)
                .allMatch(pair -> behind(pair).orElse(0) - fresh(pair) >= 3.5 * target(pair));
        Severity severity = allVideo && self.here().rendition().kind() == Kind.VIDEO
                ? Severity.CRITICAL
                : excess > 3 * target ? Severity.MAJOR : Severity.MINOR;
        View here = self.here();
        double seen = here.dated() && self.above().dated()
                ? Times.seconds(here.seenLaterThan(self.above()))
                : behind.orElseThrow();
        double seconds = Math.round(seen * 10) / 10.0;
        return Finding.of(
                        INFO,
                        seconds + " s (" + Math.round(seconds / target * 10) / 10.0 + " × its target duration) behind "
                                + self.above().layer().name())
                .severity(severity)
                .with("behind_seconds", seconds)
                .with("above", self.above().layer().name())
                .with("fresh_seconds", fresh(self))
                .alone();
    }

    /** In seconds; by wall-clock times where both have them, else by the segments that only the layer above has. */
    private static OptionalDouble behind(LayerPair pair) {
        View here = pair.here();
        View above = pair.above();
        if (here.ended() || Times.seconds(here.still()) >= STILL * target(pair)) {
            return OptionalDouble.empty();
        }
        if (here.dated() && above.dated()) {
            return OptionalDouble.of(Times.seconds(here.laterThan(above)));
        }
        return here.step().isPresent() && above.step().isPresent()
                ? bySegments(here.step().get(), above.step().get())
                : OptionalDouble.empty();
    }

    private static OptionalDouble bySegments(Step<MediaPlaylist> here, Step<MediaPlaylist> above) {
        Segment newest = here.current().lastSegment();
        List<Segment> upper = above.current().segments();
        long missing = 0;
        for (int i = upper.size() - 1; i >= 0 && newest != null; i--) {
            if (upper.get(i).uri().equals(newest.uri())) {
                Duration later = Duration.between(above.at(), here.at());
                return OptionalDouble.of(Times.seconds(missing) + Times.seconds(later));
            }
            // The newest above may have come a moment ago: it proves nothing.
            missing += i + 1 == upper.size() ? 0 : upper.get(i).duration();
        }
        return OptionalDouble.empty();
    }

    /** What this layer's own headers allow: the caches above are in both. */
    private static double fresh(LayerPair pair) {
        return Math.max(0, Times.seconds(pair.here().held() - pair.above().held()));
    }

    /** Of twins above, we may have asked one and this layer the other; whichever rendition shows that there are two. */
    private static double twins(List<LayerPair> all) {
        return all.stream()
                .mapToDouble(pair -> Times.seconds(pair.above().apart()))
                .max()
                .orElse(0);
    }

    private static double target(LayerPair pair) {
        return Times.seconds(pair.here().target());
    }
}
