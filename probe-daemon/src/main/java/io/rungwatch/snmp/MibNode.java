package io.rungwatch.snmp;

import java.util.Arrays;
import java.util.List;

/** The objects and notifications of RUNGWATCH-MIB, below its root: the only place in the code that knows their numbers. */
public enum MibNode {
    ALERT_RAISED("rungwatchAlertRaised", 0, 1),
    ALERT_CHANGED("rungwatchAlertChanged", 0, 2),
    ALERT_CLEARED("rungwatchAlertCleared", 0, 3),
    HEARTBEAT("rungwatchHeartbeat", 0, 4),

    CHANNELS("rungwatchChannels", 1, 1, 1),
    HEARTBEAT_INTERVAL("rungwatchHeartbeatInterval", 1, 1, 2),
    ACTIVE("rungwatchAlertsActive", 1, 1, 3),
    CRITICAL("rungwatchAlertsCritical", 1, 1, 4),
    MAJOR("rungwatchAlertsMajor", 1, 1, 5),
    MINOR("rungwatchAlertsMinor", 1, 1, 6),
    INFO("rungwatchAlertsInfo", 1, 1, 7),

    ID("rungwatchAlertId", 1, 2, 1, 2),
    STATE("rungwatchAlertState", 1, 2, 1, 3),
    CHECK("rungwatchAlertCheck", 1, 2, 1, 4),
    SEVERITY("rungwatchAlertSeverity", 1, 2, 1, 5),
    TEAM("rungwatchAlertTeam", 1, 2, 1, 6),
    CHANNEL("rungwatchAlertChannel", 1, 2, 1, 7),
    PROTOCOL("rungwatchAlertProtocol", 1, 2, 1, 8),
    LAYER("rungwatchAlertLayer", 1, 2, 1, 9),
    RENDITION("rungwatchAlertRendition", 1, 2, 1, 10),
    MESSAGE("rungwatchAlertMessage", 1, 2, 1, 11),
    FIRST_SEEN("rungwatchAlertFirstSeen", 1, 2, 1, 12),
    RAISED_AT("rungwatchAlertRaisedAt", 1, 2, 1, 13),
    RUNBOOK("rungwatchAlertRunbook", 1, 2, 1, 14),
    ACKNOWLEDGED_BY("rungwatchAlertAcknowledgedBy", 1, 2, 1, 15),

    NOTICE_INDEX("rungwatchNoticeIndex", 1, 3, 1),
    NOTICE_KIND("rungwatchNoticeKind", 1, 3, 2),
    NOTICE_TIME("rungwatchNoticeTime", 1, 3, 3);

    private static final int OBJECTS = 1;
    private static final int NOTICE = 3;

    private final String label;
    private final int[] path;

    MibNode(String label, int... path) {
        this.label = label;
        this.path = path;
    }

    /** Its name in the MIB. */
    public String label() {
        return label;
    }

    int[] path() {
        return path.clone();
    }

    /** Those that an agent answers for. */
    static List<MibNode> readable() {
        return Arrays.stream(values())
                .filter(node -> node.path[0] == OBJECTS && node.path[1] != NOTICE)
                .toList();
    }
}
