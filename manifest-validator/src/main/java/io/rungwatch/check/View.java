package io.rungwatch.check;

import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.profile.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One rendition at one layer as it was last seen.
 *
 * @param step empty until a first playlist was accepted
 * @param failures polls in a row that gave no usable answer
 * @param lags how far the newest segment's end lay behind the requests that saw it, the last three polls
 * @param drifts how much later the live edge was than at its best, the last three polls: for streams without wall-clock times
 */
public record View(
        Rendition rendition,
        Layer layer,
        Optional<Step<MediaPlaylist>> step,
        int failures,
        List<Duration> lags,
        List<Duration> drifts) {

    /** The smallest of the last three: what is left when the saw-tooth of publishing and a late twin's answers are taken away. */
    public Optional<Duration> lag() {
        return lags.isEmpty() ? Optional.empty() : Optional.of(Collections.min(lags));
    }

    /** The same without wall-clock times: how much later than at its best. */
    public Optional<Duration> drift() {
        return drifts.isEmpty() ? Optional.empty() : Optional.of(Collections.min(drifts));
    }

    /** Whether it answered, and lately. */
    public boolean isLive(Instant since) {
        return failures == 0 && step.isPresent() && !step.get().at().isBefore(since);
    }
}
