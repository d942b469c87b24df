package io.rungwatch.cause;

import io.rungwatch.check.Finding;
import io.rungwatch.watch.Where;
import java.time.Instant;

/** One finding at one place, for as long as somebody remembers it. */
public interface Symptom {
    Where where();

    Finding finding();

    Instant first();

    /** It happened a while ago, and may have been all. */
    boolean lingers();
}
