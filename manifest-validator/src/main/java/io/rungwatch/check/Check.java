package io.rungwatch.check;

/**
 * A check is a pure function of what was seen: no clock, no I/O, no logger, no memory. Its shape says what it needs to see; there are
 * few shapes, and any number of checks.
 */
public sealed interface Check
        permits ProbeCheck,
                ExchangeCheck,
                DocumentCheck,
                LadderCheck,
                RungsCheck,
                TracksCheck,
                StepCheck,
                TwinsCheck,
                PastCheck,
                TrendCheck,
                RenditionsCheck,
                LayersCheck,
                ProtocolsCheck,
                MpdCheck,
                MpdStepCheck,
                ClockCheck,
                AvailabilityCheck,
                DeliveryCheck,
                ReloadCheck,
                PatchCheck,
                SteeringCheck,
                InterstitialCheck,
                SampledCheck {
    CheckInfo info();
}
