package io.rungwatch.drive;

import io.rungwatch.check.CheckSet;
import io.rungwatch.profile.CheckSetting;
import io.rungwatch.profile.Expectations;
import io.rungwatch.profile.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the profile says of a stream besides its ladder, and which checks it switches.
 *
 * @param rotation of keys; a stream of which it is said is locked
 * @param ownPaths whether segments are known by the channel's name in their path
 */
record Promise(
        Mode mode,
        Optional<Duration> window,
        Optional<Duration> latency,
        Optional<Duration> rotation,
        boolean parts,
        boolean ownPaths,
        Optional<String> site,
        Map<String, CheckSetting> checks) {
    static final Promise LIVE = new Promise(
            Mode.LIVE, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(), Map.of());

    Promise mode(Mode other) {
        return new Promise(other, window, latency, rotation, parts, ownPaths, site, checks);
    }

    Promise window(Duration least) {
        return new Promise(mode, Optional.of(least), latency, rotation, parts, ownPaths, site, checks);
    }

    Promise latency(Duration most) {
        return new Promise(mode, window, Optional.of(most), rotation, parts, ownPaths, site, checks);
    }

    Promise locked(Duration keyRotation) {
        return new Promise(mode, window, latency, Optional.of(keyRotation), parts, ownPaths, site, checks);
    }

    Promise lowLatency() {
        return new Promise(mode, window, latency, rotation, true, ownPaths, site, checks);
    }

    Promise withOwnPaths() {
        return new Promise(mode, window, latency, rotation, parts, true, site, checks);
    }

    /** In browsers, on the pages of that site. */
    Promise playedAt(String origin) {
        return new Promise(mode, window, latency, rotation, parts, ownPaths, Optional.of(origin), checks);
    }

    /** Also what hardly ever woke anybody. */
    Promise authoring() {
        return with(CheckSet.AUTHORING.word(), new CheckSetting(true, Optional.empty(), OptionalDouble.empty()));
    }

    /** Without a check that this stream would give reason to. */
    Promise without(String check) {
        return with(check, CheckSetting.OFF);
    }

    private Promise with(String check, CheckSetting setting) {
        return new Promise(mode, window, latency, rotation, parts, ownPaths, site, Map.of(check, setting));
    }

    Expectations expect(String channel) {
        return new Expectations(
                window,
                latency,
                parts,
                rotation.map(locked -> true),
                List.of(),
                rotation,
                Duration.ZERO,
                Optional.empty(),
                false,
                List.of(),
                ownPaths ? Optional.of(channel + "_") : Optional.empty(),
                site,
                false,
                false);
    }
}
