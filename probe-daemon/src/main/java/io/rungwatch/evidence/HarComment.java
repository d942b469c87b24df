package io.rungwatch.evidence;

import io.rungwatch.alert.Alert;

/** What a recording shows and what it cannot: a replay that finds nothing must not be taken for a clean stream. */
final class HarComment {
    private HarComment() {}

    static String of(Alert alert, int leftOut) {
        String first = "Evidence of " + alert.check().id() + " of " + alert.channel() + " at " + alert.layer() + " since "
                + alert.since() + ": " + alert.message()
                + ". The last good answers and the first bad ones, as the probe had them; credentials are REDACTED.";
        String missing = leftOut == 0 ? "" : " " + leftOut + " exchanges were left out: the file would be too large.";
        return first + missing + " " + replay(alert);
    }

    private static String replay(Alert alert) {
        return switch (alert.check().input()) {
            case SAMPLE, MEDIA, RATES, DELIVERY ->
                "It was found in segments, of which only headers, sizes and times are kept: rungwatch replay does not show it"
                        + " again.";
            case RELOADS, PATCH, CLOCK ->
                "It was found by asking for more than the manifests: rungwatch replay does not show it again.";
            case LAYERS, PROTOCOLS ->
                "It was found by comparing what is not in this file, which holds one layer and one protocol: rungwatch replay"
                        + " may not show it again.";
            case PAST -> "It was found over minutes: rungwatch replay, which sees a few answers, may not show it again.";
            case PROBE -> "It is about the probe: rungwatch replay does not show it again.";
            case RUNGS, TRACKS, LADDER ->
                "rungwatch replay shows it again; what the profile demands, only with --profile.";
            case EXCHANGE, DOCUMENT, STEP, RENDITIONS, MPD, MPD_STEP -> "rungwatch replay shows it again.";
        };
    }
}
