package io.rungwatch.watch;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.profile.ChannelProfile;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What else a channel is asked for, by somebody who knows what segments are. It is driven like the watch that it belongs to: asked when it
 * is due, handed the answers, no clock of its own.
 */
public interface Sampling {
    Instant due();

    /** What to ask for now, in this order. */
    List<Question> ask(Instant now, Offers offers);

    /** What ended with the answers since the last call; each is told once. */
    List<PollReport> takeJudged();

    /** Whether any host answers the probe, as of the answer that comes next: where none does, it is no sample. */
    default void sees(boolean anybody) {}

    /** Places of its own that are there no more; each is told once. */
    default List<Where> takeGone() {
        return List.of();
    }

    /** Whether it has had a look at all that there is. */
    boolean settled();

    /** The same channel is judged by another profile from now on. */
    void adopt(ChannelProfile profile);

    /** One request, and what its answer means by itself. */
    record Question(Offer offer, Fetch fetch, Function<Exchange, PollReport> then) {}

    /** Makes that of a channel which begins to be watched. */
    interface Factory {
        /** For those who look at manifests only. */
        Factory NONE = (profile, start) -> new Sampling() {
            @Override
            public Instant due() {
                return Instant.MAX;
            }

            @Override
            public List<Question> ask(Instant now, Offers offers) {
                return List.of();
            }

            @Override
            public List<PollReport> takeJudged() {
                return List.of();
            }

            @Override
            public boolean settled() {
                return true;
            }

            @Override
            public void adopt(ChannelProfile other) {}
        };

        Sampling of(ChannelProfile profile, Instant start);
    }
}
