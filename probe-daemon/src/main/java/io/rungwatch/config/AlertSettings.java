package io.rungwatch.config;

import io.rungwatch.duty.Rules;
import io.rungwatch.notify.NotifierSettings;
import java.time.Duration;
import java.util.Map;

/**
 * Who is told of what, and how.
 *
 * @param heartbeat how often receivers are told that the probe lives
 */
public record AlertSettings(Rules rules, Map<String, NotifierSettings> notifiers, Duration heartbeat) {
    public static final AlertSettings NONE = new AlertSettings(Rules.NONE, Map.of(), Duration.ofMinutes(1));
}
