package io.rungwatch.hls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a multivariant playlist while it is read. */
final class MultivariantBuilder {
    private final Reading reading;

    List<Variant> variants = List.of();
    List<Variant> iFrameVariants = List.of();
    List<Rendition> renditions = List.of();
    List<SessionData> sessionData = List.of();
    List<Key> sessionKeys = List.of();

    @Nullable
    ContentSteering contentSteering;

    /** Read, but its URI line is still to come. */
    private @Nullable Variant waiting;

    MultivariantBuilder(Reading reading) {
        this.reading = reading;
    }

    boolean waitsForUri() {
        return waiting != null;
    }

    void variant(Variant variant) {
        finish();
        waiting = variant;
    }

    void uri(String uri) {
        Variant variant = waiting;
        if (variant != null) {
            waiting = null;
            variants = reading.with(variants, variant.at(uri));
        }
    }

    /** A variant that no URI followed stays in the ladder without one: that it was announced is worth knowing. */
    void finish() {
        Variant variant = waiting;
        if (variant != null) {
            waiting = null;
            reading.problems.add(ProblemKind.STREAM_INF_URI, variant.line(), 1, "no URI line follows");
            variants = reading.with(variants, variant);
        }
    }
}
