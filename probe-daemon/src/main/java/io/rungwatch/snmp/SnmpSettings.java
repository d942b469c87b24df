package io.rungwatch.snmp;

import java.net.InetSocketAddress;

/**
 * Whom notifications are sent to.
 *
 * @param receiver its name is looked up at each message, so that a receiver that moves is found
 * @param inform whether the receiver acknowledges each
 */
public record SnmpSettings(InetSocketAddress receiver, SnmpAccess access, boolean inform, int enterprise) {

    public Mib mib() {
        return new Mib(enterprise);
    }
}
