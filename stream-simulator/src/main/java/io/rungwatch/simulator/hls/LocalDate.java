package io.rungwatch.simulator.hls;

import io.rungwatch.simulator.stream.Channel;
import io.rungwatch.simulator.stream.HlsFeature;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** A date as a channel writes it: `2026-10-25T02:59:54.000+02:00`, and six seconds later `2026-10-25T02:00:00.000+01:00`. */
final class LocalDate {
    private static final ZoneRules PARIS = ZoneId.of("Europe/Paris").getRules();

    private LocalDate() {}

    static void append(StringBuilder out, Channel channel, long millis) {
        if (!channel.stream().extras().has(HlsFeature.LOCAL_DATES)) {
            UtcDate.append(out, millis);
            return;
        }
        int seconds = PARIS.getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
        UtcDate.appendBare(out, millis + seconds * 1000L);
        out.append(seconds < 0 ? '-' : '+');
        UtcDate.padded(out, Math.abs(seconds) / 3600, 2).append(':');
        UtcDate.padded(out, Math.abs(seconds) / 60 % 60, 2);
    }
}
