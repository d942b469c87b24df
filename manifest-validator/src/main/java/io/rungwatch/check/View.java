package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One rendition at one layer as it was last seen.
 *
 * @param step empty until a first playlist was accepted
 * @param failures polls in a row that gave no usable answer
 * @param advanced by how much the live edge moved since `step.knownSince`, for streams without wall-clock times
 */
public record View(
        Rendition rendition, Layer layer, Optional<Step<MediaPlaylist>> step, int failures, Duration advanced) {

    /** How far the newest segment's end lies behind the request that saw it. */
    public Optional<Duration> lag() {
        return step.flatMap(s -> s.current().edge().isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(Times.instant(s.current().edge().getAsLong()), s.at())));
    }

    /** The same without wall-clock times: how much later than at the first poll. Comparable between views known about as long. */
    public Optional<Duration> drift() {
        return step.map(s -> Duration.between(s.knownSince(), s.at()).minus(advanced));
    }

    public boolean isLive(Instant at, Duration within) {
        return failures == 0 && step.isPresent() && !step.get().at().isBefore(at.minus(within));
    }
}
