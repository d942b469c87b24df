package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import java.time.Duration;
import java.util.Optional;

/**
 * Two servers that answer for one address in turn, each with a manifest of its own.
 *
 * @param returns how often in ten polls one answered again that had been left
 * @param differ whether they say different things of what both list
 * @param skew by how much later one begins the same segments
 * @param apart how much later one of them shows the same
 * @param allowed how much of that is due to caches and to publishing in whole segments
 * @param here where the one ends that answered now
 * @param other where the other one ends
 */
public record Twins(
        int returns, boolean differ, Duration skew, Duration apart, Duration allowed, String here, String other) {
    private static final long MOST_NUMBERS = 1_000_000_000L;

    /** Nobody, where nobody has answered in between. */
    public static Optional<Twins> of(Step<MediaPlaylist> step) {
        if (step.switches() == 0 || step.other().isEmpty()) {
            return Optional.empty();
        }
        MediaPlaylist here = step.relation() == Relation.OLDER ? step.previous().orElseThrow() : step.current();
        MediaPlaylist other = step.other().get().document();
        Overlap overlap = Overlap.of(other, here);
        return Optional.of(new Twins(
                step.switches(),
                overlap.same() < overlap.size() || overlap.otherwiseDated(),
                Duration.ofNanos(overlap.same() == overlap.size() ? overlap.later() : 0)
                        .abs(),
                apart(step, here),
                step.cacheLife().plusNanos(2 * here.effectiveTargetDuration()),
                "segment " + SequenceNumbers.text(here.endNumber() - 1),
                "segment " + SequenceNumbers.text(other.endNumber() - 1)));
    }

    /** How much later one of the two shows the same, by dates or by numbers; each measured against the instant in which it was asked. */
    private static Duration apart(Step<MediaPlaylist> step, MediaPlaylist here) {
        MediaPlaylist other = step.other().orElseThrow().document();
        Duration passed = Duration.between(step.other().orElseThrow().at(), step.at());
        long mean = here.window() / Math.max(1, here.segments().size());
        long numbers = SequenceNumbers.distance(other.endNumber(), here.endNumber());
        Duration byNumbers =
                passed.minus(Duration.ofNanos(mean).multipliedBy(Math.clamp(numbers, -MOST_NUMBERS, MOST_NUMBERS)));
        if (here.edge().isEmpty() || other.edge().isEmpty()) {
            return byNumbers.abs();
        }
        Duration byDates =
                passed.minusNanos(here.edge().getAsLong() - other.edge().getAsLong());
        return byDates.abs().compareTo(byNumbers.abs()) > 0 ? byDates.abs() : byNumbers.abs();
    }
}
