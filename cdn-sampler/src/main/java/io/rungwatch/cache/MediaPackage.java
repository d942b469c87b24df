package io.rungwatch.cache;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What AWS MediaPackage says of a manifest; caches hand it on, so it tells the packager's age of it even through an edge. */
public record MediaPackage(OptionalLong lastSequence, Optional<Instant> lastUpdated, OptionalLong activeInput) {
    private static final Pattern SEQUENCE = Pattern.compile("\\d{1,18}");
    private static final Pattern MILLIS = Pattern.compile("\\d{13}");
    private static final Pattern INPUT = Pattern.compile("[12]");

    public static MediaPackage of(Reply reply) {
        OptionalLong updated = number(reply, "X-MediaPackage-Manifest-Last-Updated", MILLIS);
        return new MediaPackage(
                number(reply, "X-MediaPackage-Manifest-Last-Sequence", SEQUENCE),
                updated.isPresent() ? Optional.of(Instant.ofEpochMilli(updated.getAsLong())) : Optional.empty(),
                number(reply, "X-Amzn-Mediapackage-Active-Input", INPUT));
    }

    public Optional<Duration> packagerAge(Instant now) {
        return lastUpdated.map(updated -> Duration.between(updated, now));
    }

    private static OptionalLong number(Reply reply, String name, Pattern digits) {
        return reply.match(name, digits)
                .map(found -> OptionalLong.of(Long.parseLong(found.group())))
                .orElse(OptionalLong.empty());
    }
}
