package io.rungwatch.snmp;

import io.rungwatch.notify.SnmpIdentity;
import io.rungwatch.notify.Undelivered;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.event.ResponseEvent;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/**
 * Sends notifications. After each that fails everything is set up anew: a receiver that was restarted or moved may be another engine,
 * and what was known of the one before would stand in the way.
 */
public final class SnmpSender implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int TRIES = 2;

    /** Any free port, of either family. */
    private static final String OUT = "0.0.0.0/0";

    private final SnmpSettings settings;
    private final SnmpParts parts;
    private final Duration wait;
    private @Nullable Snmp snmp;

    public SnmpSender(SnmpSettings settings, SnmpIdentity engine) {
        this(settings, engine, WAIT);
    }

    SnmpSender(SnmpSettings settings, SnmpIdentity engine, Duration wait) {
        this.settings = settings;
        this.parts = new SnmpParts(settings.access(), engine);
        this.wait = wait;
    }

    public void send(Notification notification) throws Undelivered, InterruptedException {
        PDU pdu = parts.pdu(settings.inform() ? PDU.INFORM : PDU.TRAP);
        pdu.addAll(notification.bindings());
        boolean done = false;
        try {
            send(pdu, parts.target(receiver()));
            done = true;
        } catch (IOException e) {
            throw Undelivered.failed(to() + " cannot be sent to: " + e.getMessage());
        } finally {
            if (!done) {
                close();
            }
        }
    }

    private void send(PDU pdu, Target<UdpAddress> target) throws IOException, Undelivered, InterruptedException {
        target.setTimeout(wait.toMillis());
        target.setRetries(TRIES - 1);
        ResponseEvent<UdpAddress> answer = opened().send(pdu, target);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (settings.inform()) {
            Acknowledged.check(answer, to(), wait.multipliedBy(TRIES));
        }
    }

    private UdpAddress receiver() throws Undelivered, InterruptedException {
        InetAddress address = Lookup.of(settings.receiver().getHostString());
        return new UdpAddress(address, settings.receiver().getPort());
    }

    private String to() {
        return settings.receiver().getHostString() + ":" + settings.receiver().getPort() + " (SNMP)";
    }

    private synchronized Snmp opened() throws IOException {
        Snmp open = snmp;
        if (open == null) {
            open = new Snmp(parts.dispatcher(), new DefaultUdpTransportMapping(new UdpAddress(OUT)));
            open.listen();
            snmp = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Snmp open = snmp;
        snmp = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // Nothing is lost with it: what was not acknowledged is sent again, from another socket.
        }
    }
}
