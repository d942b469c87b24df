package io.rungwatch.notify;

import io.rungwatch.duty.Message;
import io.rungwatch.snmp.Mib;
import io.rungwatch.snmp.Notification;
import io.rungwatch.snmp.SnmpEngine;
import io.rungwatch.snmp.SnmpSender;
import io.rungwatch.snmp.SnmpSettings;

/** A network management system. Of a trap nobody knows whether it arrived; an inform is acknowledged or sent again. */
public final class SnmpNotifier implements Notifier {
    private final SnmpEngine engine;
    private final Mib mib;
    private final SnmpSender sender;

    public SnmpNotifier(SnmpSettings settings, SnmpEngine engine) {
        this.engine = engine;
        this.mib = settings.mib();
        this.sender = new SnmpSender(settings, engine);
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        sender.send(Notification.of(message, mib, engine.up()));
    }

    @Override
    public boolean beat(Heartbeat heartbeat) throws Undelivered, InterruptedException {
        sender.send(Notification.of(heartbeat, mib, engine.up()));
        return true;
    }

    @Override
    public void close() {
        sender.close();
    }
}
