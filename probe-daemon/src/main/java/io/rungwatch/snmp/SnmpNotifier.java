package io.rungwatch.snmp;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.SnmpIdentity;
import io.rungwatch.notify.Undelivered;

/** A network management system. Of a trap nobody knows whether it arrived; an inform is acknowledged or sent again. */
public final class SnmpNotifier implements Notifier {
    private final SnmpIdentity engine;
    private final Mib mib;
    private final Links links;
    private final SnmpSender sender;

    public SnmpNotifier(SnmpSettings settings, SnmpIdentity engine, Links links) {
        this.engine = engine;
        this.mib = settings.mib();
        this.links = links;
        this.sender = new SnmpSender(settings, engine);
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        sender.send(Notification.of(message, mib, links, SnmpParts.up(engine)));
    }

    @Override
    public boolean beat(Heartbeat heartbeat) throws Undelivered, InterruptedException {
        sender.send(Notification.of(heartbeat, mib, SnmpParts.up(engine)));
        return true;
    }

    @Override
    public void close() {
        sender.close();
    }
}
