package io.rungwatch.check;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.MediaPlaylist;
import io.rungwatch.hls.SequenceNumbers;
import java.time.Duration;
import java.util.Optional;

/**
 * A blocking reload: a playlist asked for with a part that it does not have yet.
 *
 * @param number of the segment whose part was asked for
 * @param answer what came, where that was a playlist
 * @param silence from the end of the answer before it to the end of this one; empty where the one before may be of long ago
 */
public record Reload(
        long number, int part, Exchange exchange, Optional<MediaPlaylist> answer, Optional<Duration> silence) {

    /** A segment that closes with fewer parts than were hoped for is as good as the part. */
    public boolean brought() {
        return answer.isPresent() && has(answer.get());
    }

    private boolean has(MediaPlaylist playlist) {
        int compared = SequenceNumbers.compare(playlist.endNumber(), number);
        return playlist.ended()
                || compared > 0
                || compared == 0 && playlist.tail().parts().size() > part;
    }

    public Duration took() {
        return Duration.ofNanos(exchange.timing().total());
    }

    @Override
    public String toString() {
        return "part " + part + " of segment " + Long.toUnsignedString(number);
    }
}
