package io.rungwatch.media;

/** What holds for samples of which nothing else is said; -1 where nothing is said at all. */
public record SampleDefaults(long duration, long size, long flags) {
    static final SampleDefaults NONE = new SampleDefaults(-1, -1, -1);

    /** What tfhd says, on top of this. */
    SampleDefaults with(SampleDefaults nearer) {
        return new SampleDefaults(
                nearer.duration < 0 ? duration : nearer.duration,
                nearer.size < 0 ? size : nearer.size,
                nearer.flags < 0 ? flags : nearer.flags);
    }
}
