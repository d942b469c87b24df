package io.rungwatch.sampler;

import java.time.Duration;

/**
 * How this probe appears to the servers and how much it asks of them. `connectionsPerHost` is a fuse, not a throttle: polls that wait
 * for a connection are reported as waiting. `dnsEvery` is how long an address is believed before the name is looked up again;
 * where the name service is silent, it is believed longer.
 */
public record ProbeOptions(
        String userAgent,
        int connectionsPerHost,
        Duration keepAlive,
        Duration dnsEvery,
        TargetGuard guard,
        Trust trust) {

    /** The User-Agent is fixed and published, so that CDN teams can filter the probe from their logs. */
    public static ProbeOptions of(String version, TargetGuard guard) {
        return new ProbeOptions(
                "Rungwatch/" + version + " (+probe)",
                512,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                guard,
                Trust.ofTheJdk());
    }

    public ProbeOptions withTrust(Trust other) {
        return new ProbeOptions(userAgent, connectionsPerHost, keepAlive, dnsEvery, guard, other);
    }

    public ProbeOptions withConnectionsPerHost(int most) {
        return new ProbeOptions(userAgent, most, keepAlive, dnsEvery, guard, trust);
    }
}
