package io.rungwatch.round;

import io.rungwatch.check.Finding;
import io.rungwatch.sample.Look;
import java.time.Duration;
import java.util.List;

/**
 * What a check makes of many samples.
 *
 * @param hold how long it must look good until it is believed
 * @param findings what is to be told while the limit counts as broken: there too where it is only not sure any more
 */
public record Rated(Look look, Duration hold, List<Finding> findings) {
    public static final Rated GOOD = new Rated(Look.GOOD, Duration.ZERO, Finding.NONE);
    public static final Rated UNSURE = new Rated(Look.UNSURE, Duration.ZERO, Finding.NONE);
}
