package io.rungwatch.checks.layers;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.LayersCheck;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.check.View;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;

/** No layer can have what the one above has not given it yet: then it is fed by somebody else, or we ask somebody else. */
public final class LayerAhead implements LayersCheck {
    /** One above that has stood still for a whole target duration is stale, which says it better. */
    private static final double STILL = 1;

    private static final CheckInfo INFO = LayersCheck.declare(
                    "layer_ahead", Severity.MINOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(1.5, "ahead of the layer above"))
            .summary("A layer serves a newer playlist than the layer above it")
            .impact("None by itself; but what is measured above is not what these viewers get.")
            .spec("Rungwatch, layers of rungwatch.yaml")
            .action(
                    "Which server is it fed by? Compare with the base of the layer above in rungwatch.yaml; is that one of a pair, and the other ahead?");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LayerPair self, List<LayerPair> all, ChannelProfile profile) {
        View here = self.here();
        View above = self.above();
        double target = Times.seconds(here.target());
        if (!here.dated() || !above.dated() || above.ended() || Times.seconds(above.still()) >= STILL * target) {
            return Finding.NONE;
        }
        double limit = profile.threshold(INFO) * target;
        double ahead = Times.seconds(above.laterThan(here));
        // What a cache above may lawfully hold back is no lead; and of twins above we may have asked the slower one.
        double excess = ahead <= limit ? ahead : ahead - Times.seconds(above.held()) - twins(all);
        if (excess <= limit) {
            return Finding.NONE;
        }
        double seconds = Math.round(ahead * 10) / 10.0;
        return Finding.of(
                        INFO,
                        seconds + " s (" + Math.round(seconds / target * 10) / 10.0
                                + " × its target duration) ahead of "
                                + above.layer().name())
                .with("ahead_seconds", seconds)
                .with("above", above.layer().name())
                .alone();
    }

    private static double twins(List<LayerPair> all) {
        double apart = 0;
        for (LayerPair pair : all) {
            apart = Math.max(apart, Times.seconds(pair.above().apart()));
        }
        return apart;
    }
}
