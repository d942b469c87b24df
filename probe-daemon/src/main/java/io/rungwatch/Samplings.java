package io.rungwatch;

import io.rungwatch.config.SamplingSettings;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.round.Allowance;
import io.rungwatch.round.Books;
import io.rungwatch.round.ChannelSampling;
import io.rungwatch.round.SpotCheck;
import io.rungwatch.watch.Sampling;
import java.time.Instant;

/** How segments are sampled, and what all channels share of it: the books of the layers, and what may be loaded. */
final class Samplings {
    private final Allowance allowance = new Allowance(0);
    private volatile Books books = new Books();
    private volatile Sampling.Factory samplings = Sampling.Factory.NONE;

    Sampling of(ChannelProfile profile, Instant start) {
        return samplings.of(profile, start);
    }

    /** For channels that begin from now on. What the books hold stays true when the settings change. */
    void become(SamplingSettings settings) {
        allowance.limit(settings.traffic());
        SamplingSettings.SpotChecks spots = settings.spotChecks();
        SpotCheck spotCheck = new SpotCheck(spots.channels(), spots.every(), spots.segments());
        samplings = settings.on()
                ? ChannelSampling.all(AllChecks.LIST, settings.plan(), books, allowance, spotCheck)
                : Sampling.Factory.NONE;
    }

    /** Time has jumped: what the books hold is of no use. */
    void anew(SamplingSettings settings) {
        books = new Books();
        become(settings);
    }

    /** How often a sample had to wait for what others load. */
    long deferred() {
        return allowance.deferred();
    }
}
