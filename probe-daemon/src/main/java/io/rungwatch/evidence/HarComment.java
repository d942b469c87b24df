package io.rungwatch.evidence;

import io.rungwatch.alert.Alert;

/** What a recording shows and what it cannot: a replay that finds nothing must not be taken for a clean stream. */
final class HarComment {
    private HarComment() {}

    /** @param again whether a replay of it, which was tried, shows what the alert says */
    static String of(Alert alert, int leftOut, boolean again) {
        String what =
                "Evidence of " + alert.check().id() + " of " + alert.channel() + " at " + alert.layer() + " since "
                        + alert.since() + ": " + alert.message()
                        + ". The last good answers and the first bad ones, as the probe had them; credentials are REDACTED.";
        String missing = leftOut == 0 ? "" : " " + leftOut + " exchanges were left out: the file would be too large.";
        String replay =
                again ? " rungwatch replay shows it again." : " " + why(alert) + ": rungwatch replay does not show it.";
        return what + missing + replay;
    }

    private static String why(Alert alert) {
        return switch (alert.check().input()) {
            case SAMPLE, MEDIA, RATES, WAYS, STANDBY, DELIVERY ->
                "It was found in segments, of which only headers, sizes and times are kept";
            case RELOADS, PATCH, CLOCK, AVAILABILITY, STEERING, INTERSTITIALS ->
                "It was found by asking for more than the manifests";
            case RUNGS, TRACKS, LADDER -> "It may rest on what the profile says (add --profile)";
            case PAST, TWINS -> "It was found over more answers than are kept";
            case PROBE -> "It is about the probe";
            case LAYERS, PROTOCOLS, RENDITIONS, EXCHANGE, DOCUMENT, STEP, MPD, MPD_STEP ->
                "It rests on the other layers, on more answers than are kept, or on the profile";
        };
    }
}
