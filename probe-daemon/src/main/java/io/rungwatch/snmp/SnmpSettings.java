package io.rungwatch.snmp;

import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.NotifierSettings;
import java.net.InetSocketAddress;

/**
 * Whom notifications are sent to.
 *
 * @param receiver its name is looked up at each message, so that a receiver that moves is found
 * @param inform whether the receiver acknowledges each
 */
public record SnmpSettings(InetSocketAddress receiver, SnmpAccess access, boolean inform, int enterprise)
        implements NotifierSettings {

    @Override
    public Notifier open(Ground ground) {
        return new SnmpNotifier(this, ground.snmp(), ground.links());
    }

    public Mib mib() {
        return new Mib(enterprise);
    }
}
