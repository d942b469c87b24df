package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/** What is said of one way out in rungwatch.yaml. A record, so that it can be seen whether a saved file changed anything. */
public interface NotifierSettings {
    /**
     * What a notifier may stand on.
     *
     * @param probe which of several this one is
     * @param snmp what SNMPv3 knows it by
     * @param clock of the wall: receivers compare what it says with theirs
     * @param heartbeat how often it is told that the probe lives
     * @param links where alerts lead to
     */
    record Ground(Vertx vertx, String probe, SnmpIdentity snmp, InstantSource clock, Duration heartbeat, Links links) {}

    /** Fails at nothing that may be well later: a receiver that is down is found out when it is told something. */
    Notifier open(Ground ground);
}
