package io.rungwatch.round;

import java.util.List;
import java.util.Optional;

/**
 * What is in a segment at one layer.
 *
 * @param earlier segments of the same rendition there, newest first; seldom the ones right before, for a rendition has its turn now and then
 * @param beside the newest of each other rendition there, at most some minutes old
 */
public record MediaStep(Portion current, List<Portion> earlier, List<Portion> beside) {
    /** The segment right before it, if that was read too. */
    public Optional<Portion> before() {
        return earlier.stream().filter(current::follows).findFirst();
    }
}
