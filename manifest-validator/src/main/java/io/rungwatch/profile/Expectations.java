package io.rungwatch.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a stream was promised to be, besides its ladder. Where nothing is said, nothing is missed.
 *
 * @param window how far back viewers may go
 * @param latency how far the live edge may lie behind the clock by design
 * @param lowLatency whether parts are a promise
 * @param encrypted empty where both would be fine
 * @param systems names or UUIDs of the DRM systems that must be there
 * @param keyRotation how often the key changes
 * @param clearLead how long a programme begins in the clear
 * @param adInterval the longest time without an ad break; empty where there is no such promise
 * @param adsUnmarked whether discontinuities come without markers, as with channels made of many short pieces
 * @param hosts that media may come from, besides the layer's own
 * @param pathHint what the path of its own segments holds
 * @param webOrigin the site whose pages play it in browsers, as they send it: `https://play.example.com`
 * @param ebp whether encoders mark where segments begin (encoder boundary points, MPEG-TS)
 * @param scte35 whether segments announce a stream of SCTE 35 (MPEG-TS)
 */
public record Expectations(
        Optional<Duration> window,
        Optional<Duration> latency,
        boolean lowLatency,
        Optional<Boolean> encrypted,
        List<String> systems,
        Optional<Duration> keyRotation,
        Duration clearLead,
        Optional<Duration> adInterval,
        boolean adsUnmarked,
        List<String> hosts,
        Optional<String> pathHint,
        Optional<String> webOrigin,
        boolean ebp,
        boolean scte35) {

    public static final Expectations NONE = new Expectations(
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            false);
}
