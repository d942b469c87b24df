package io.rungwatch.duty;

import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.profile.Tier;
import java.time.Instant;
import java.util.Optional;

/** What is known of the channels that are watched. */
public interface Roster {
    /** Empty for one that is watched no more. */
    Optional<ChannelProfile> of(String channel);

    /** How much it is watched, as the configuration says it. */
    default String tier(String channel) {
        return of(channel).map(ChannelProfile::tier).map(Tier::word).orElse("");
    }

    /** Whether nobody is to be woken: all its channels are under maintenance. */
    default boolean maintained(Fault fault, Instant at) {
        return !fault.channels().isEmpty()
                && fault.channels().stream()
                        .allMatch(channel -> of(channel).stream()
                                .flatMap(profile -> profile.maintenance().stream())
                                .anyMatch(window -> window.covers(at)));
    }

    /** What nobody watches can never be seen to be well. */
    default boolean watches(Fault fault) {
        return fault.channels().stream().anyMatch(channel -> of(channel).isPresent());
    }
}
