package io.rungwatch.sample;

import java.time.Duration;
import java.util.function.ToIntFunction;

/** How far back one looks: over `longest`, or only until `enough` of what is wanted were met, but never less far than `shortest`. */
public record Reach(Duration longest, Duration shortest, int enough, ToIntFunction<Counts> wanted) {
    /** Shows that it is still so. */
    public static final Reach FAST = over(Duration.ofMinutes(5));

    /** Shows that it is no blip. Where samples are many, 300 of them would be more recent than the fast window and prove less. */
    public static final Reach SLOW = new Reach(Duration.ofHours(1), FAST.longest, 300, Counts::samples);

    /** A single channel is sampled too seldom for minutes and hours. */
    public static final Reach CHANNEL = new Reach(Duration.ofDays(1), Duration.ZERO, 60, Counts::samples);

    /** Of its questions few are the first for an object that viewers had the time to fetch. */
    public static final Reach FIRST_TOUCHES =
            new Reach(CHANNEL.longest, Duration.ZERO, 60, counts -> counts.all(Counts.Row.FIRST_TOUCH));

    /** All that was seen in that time. */
    public static Reach over(Duration span) {
        return new Reach(span, span, Integer.MAX_VALUE, Counts::samples);
    }
}
