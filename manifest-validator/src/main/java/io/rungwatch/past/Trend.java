package io.rungwatch.past;

/** How a stream moved over the last minutes, whichever protocol showed it. */
public interface Trend {
    Advances advances();

    Minutes minutes();

    /** In nanoseconds, now. */
    long targetDuration();

    /** Whether it says of its media when that happened. */
    boolean dated();

    /** By how much longer than a target duration we wait from one look to the next. */
    long pause();

    /** For how long what is new may lawfully have been hidden from us, by caches or by our own pace. */
    long held();
}
