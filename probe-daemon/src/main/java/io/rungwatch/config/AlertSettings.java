package io.rungwatch.config;

import io.rungwatch.duty.Rules;
import io.rungwatch.notify.NotifierSettings;
import io.rungwatch.snmp.SnmpAgentSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Who is told of what, and how.
 *
 * @param heartbeat how often receivers are told that the probe lives
 * @param agent where the probe answers SNMP's questions; empty where it does not
 */
public record AlertSettings(
        Rules rules, Map<String, NotifierSettings> notifiers, Duration heartbeat, Optional<SnmpAgentSettings> agent) {
    public static final AlertSettings NONE =
            new AlertSettings(Rules.NONE, Map.of(), Duration.ofMinutes(1), Optional.empty());
}
