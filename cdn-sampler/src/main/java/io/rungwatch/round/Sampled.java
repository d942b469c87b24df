package io.rungwatch.round;

import io.rungwatch.check.SampledCheck;

/** The shapes of what judges samples. */
public sealed interface Sampled extends SampledCheck
        permits RoundCheck, MediaCheck, RatesCheck, WaysCheck, StandbyCheck {}
