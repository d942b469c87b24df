package io.rungwatch.snmp;

import java.net.InetSocketAddress;

/** Where the probe answers for itself, and whom. */
public record SnmpAgentSettings(InetSocketAddress listen, SnmpAccess access, int enterprise) {

    public Mib mib() {
        return new Mib(enterprise);
    }
}
