package io.rungwatch.snmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snmp4j.CommandResponder;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.Snmp;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** Answers for the probe, so that whoever missed notifications can read what is active. Read only. */
public final class SnmpAgent implements CommandResponder, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnmpAgent.class);

    /** A walk is many questions in a row: what is looked up for one serves them all. */
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private record Seen(AgentView view, long at) {}

    private final SnmpAgentSettings settings;
    private final SnmpEngine engine;
    private final AgentSubject subject;
    private final DefaultUdpTransportMapping transport;
    private final Snmp snmp;
    private final String name;
    private @Nullable Seen seen;

    private SnmpAgent(
            SnmpAgentSettings settings, SnmpEngine engine, AgentSubject subject, DefaultUdpTransportMapping transport) {
        this.settings = settings;
        this.engine = engine;
        this.subject = subject;
        this.transport = transport;
        this.snmp = new Snmp(new SnmpParts(settings.access(), engine).dispatcher(), transport);
        this.name = hostName();
    }

    public static SnmpAgent start(SnmpAgentSettings settings, SnmpEngine engine, AgentSubject subject)
            throws IOException {
        SnmpAgent agent = new SnmpAgent(settings, engine, subject, bind(settings.listen()));
        agent.snmp.addCommandResponder(agent);
        agent.snmp.listen();
        return agent;
    }

    public InetSocketAddress address() {
        UdpAddress address = transport.getListenAddress();
        return new InetSocketAddress(address.getInetAddress(), address.getPort());
    }

    @Override
    public <A extends Address> void processPdu(CommandResponderEvent<A> event) {
        event.setProcessed(true);
        PDU request = event.getPDU();
        if (request == null || isStranger(event)) {
            return;
        }
        try {
            answer(event, request).ifPresent(answer -> send(event, answer));
        } catch (RuntimeException e) {
            LOG.error("SNMP agent: a question of {} could not be answered", event.getPeerAddress(), e);
            send(event, AgentAnswer.error(request, PDU.genErr, 0));
        }
    }

    @Override
    public void close() {
        try {
            snmp.close();
        } catch (IOException e) {
            LOG.warn("SNMP agent: its socket could not be closed: {}", e.getMessage());
        }
    }

    /** Who says the wrong community is not answered; users have shown who they are, or would not have come so far. */
    private boolean isStranger(CommandResponderEvent<?> event) {
        return settings.access() instanceof SnmpAccess.Community known
                && !MessageDigest.isEqual(known.community().getBytes(StandardCharsets.UTF_8), event.getSecurityName());
    }

    private Optional<PDU> answer(CommandResponderEvent<?> event, PDU request) {
        boolean open =
                settings.access() instanceof SnmpAccess.User && event.getSecurityLevel() != SecurityLevel.AUTH_PRIV;
        return open
                ? Optional.of(AgentAnswer.error(request, PDU.authorizationError, 0))
                : new AgentAnswer(view(), event.getMaxSizeResponsePDU()).to(request);
    }

    private synchronized AgentView view() {
        long now = engine.nanos();
        Seen last = seen;
        if (last == null || now - last.at() > FRESH_NANOS) {
            AgentView view = new AgentView(
                    settings.mib(),
                    name,
                    SnmpParts.up(engine),
                    subject.channels().getAsInt(),
                    subject.heartbeat(),
                    subject.active().get(),
                    subject.links().get());
            last = new Seen(view, now);
            seen = last;
        }
        return last.view();
    }

    private <A extends Address> void send(CommandResponderEvent<A> event, PDU answer) {
        try {
            int unused = event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            LOG.debug("SNMP agent: {} could not be answered: {}", event.getPeerAddress(), e.getMessage());
        }
    }

    private static DefaultUdpTransportMapping bind(InetSocketAddress listen) throws IOException {
        try {
            InetAddress address =
                    listen.isUnresolved() ? InetAddress.getByName(listen.getHostString()) : listen.getAddress();
            return new DefaultUdpTransportMapping(new UdpAddress(address, listen.getPort()));
        } catch (IOException e) {
            throw new IOException(
                    "the SNMP agent cannot listen on " + listen.getHostString() + ":" + listen.getPort() + " ("
                            + e.getMessage() + "); free the port or choose another",
                    e);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "rungwatch";
        }
    }
}
