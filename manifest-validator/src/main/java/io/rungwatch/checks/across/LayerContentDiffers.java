package io.rungwatch.checks.across;

import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Confirm;
import io.rungwatch.check.Finding;
import io.rungwatch.check.KeyState;
import io.rungwatch.check.LayerPair;
import io.rungwatch.check.LayersCheck;
import io.rungwatch.check.Overlap;
import io.rungwatch.check.Owner;
import io.rungwatch.check.Severity;
import io.rungwatch.check.Threshold;
import io.rungwatch.check.Times;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.Segment;
import io.rungwatch.hls.SequenceNumbers;
import io.rungwatch.profile.ChannelProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class LayerContentDiffers implements LayersCheck {
    private static final CheckInfo INFO = LayersCheck.declare(
                    "layer_content_differs", Severity.MAJOR, Owner.CDN, Confirm.TWO_OF_THREE)
            .threshold(Threshold.targetDurations(2, "that a segment must be old before layers are compared by it"))
            .summary(
                    "A layer says something else of a segment than the layer above it; hosts, tokens and prefixes may differ")
            .impact("Only some regions see the fault.")
            .spec("Rungwatch: what passes through a cache stays what it is")
            .action("Which layer rewrites manifests? Look at manifest manipulation and at cache keys.");

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(LayerPair self, List<LayerPair> all, ChannelProfile profile) {
        if (self.here().step().isEmpty() || self.above().step().isEmpty()) {
            return Finding.NONE;
        }
        MediaPlaylist here = self.here().step().get().current();
        MediaPlaylist above = self.above().step().get().current();
        if (here == above) {
            return Finding.NONE; // The very bytes.
        }
        Overlap overlap = Overlap.of(above, here);
        if (overlap.same() == 0) {
            return Finding.NONE; // Nothing in common, or another packager's numbers: there is nothing to compare by.
        }
        String name = self.above().layer().name();
        String header = here.endNumber() == above.endNumber() ? header(here, above) : null;
        if (header != null) {
            return Finding.of(INFO, header + " at " + name).with("above", name).alone();
        }
        int settled = settled(overlap, profile.threshold(INFO) * self.here().target());
        for (int i = 0; i < settled; i++) {
            Segment mine = overlap.now().get(i);
            String what = difference(mine, overlap.before().get(i), overlap.same(i));
            if (what != null) {
                String number = SequenceNumbers.text(mine.number());
                return Finding.of(INFO, "segment " + number + " (line " + mine.line() + ") " + what + " at " + name)
                        .with("segment", number)
                        .with("line", mine.line())
                        .with("above", name)
                        .alone();
            }
        }
        return Finding.NONE;
    }

    /** How many of the oldest are old enough: the newest may be provisional, or on their way. */
    private static int settled(Overlap overlap, double age) {
        long younger = 0;
        int count = overlap.size();
        while (count > 0 && younger <= age) {
            count--;
            younger += overlap.now().get(count).duration();
        }
        return count;
    }

    private static @Nullable String header(MediaPlaylist here, MediaPlaylist above) {
        if (!here.targetDuration().equals(above.targetDuration())) {
            return "target duration " + Times.text(here.effectiveTargetDuration()) + ", but "
                    + Times.text(above.effectiveTargetDuration());
        }
        return here.version() == above.version()
                ? null
                : "EXT-X-VERSION is " + here.version() + ", but " + above.version();
    }

    private static @Nullable String difference(Segment here, Segment above, boolean same) {
        if (!same) {
            return "is " + here.uri() + ", but " + above.uri();
        }
        if (here.duration() != above.duration()) {
            return "lasts " + Times.text(here.duration()) + ", but " + Times.text(above.duration());
        }
        if (here.dseq() != above.dseq()) {
            return "has discontinuity number " + SequenceNumbers.text(here.dseq()) + ", but "
                    + SequenceNumbers.text(above.dseq());
        }
        return KeyState.sameKeys(here, above) ? null : "has another EXT-X-KEY than";
    }
}
