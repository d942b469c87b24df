package io.rungwatch.snmp;

import io.rungwatch.check.Severity;
import io.rungwatch.duty.Notice;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snmp4j.smi.Gauge32;
import org.snmp4j.smi.UnsignedInteger32;
import org.snmp4j.smi.Variable;

/** The probe in a few numbers: what a heartbeat says and an agent answers. */
final class ProbeGroup {
    private static final Map<MibNode, Severity> COUNTED = Map.of(
            MibNode.CRITICAL, Severity.CRITICAL,
            MibNode.MAJOR, Severity.MAJOR,
            MibNode.MINOR, Severity.MINOR,
            MibNode.INFO, Severity.INFO);

    private ProbeGroup() {}

    static Map<MibNode, Variable> of(int channels, Duration heartbeat, List<Notice> active) {
        Map<MibNode, Variable> group = new EnumMap<>(MibNode.class);
        group.put(MibNode.HEARTBEAT_INTERVAL, new UnsignedInteger32(heartbeat.toSeconds()));
        group.put(MibNode.CHANNELS, new Gauge32(channels));
        group.put(MibNode.ACTIVE, new Gauge32(active.size()));
        COUNTED.forEach((node, severity) -> group.put(node, new Gauge32(count(active, severity))));
        return group;
    }

    private static long count(List<Notice> active, Severity severity) {
        return active.stream()
                .filter(notice -> notice.fault().severity() == severity)
                .count();
    }
}
