package io.rungwatch;

import io.rungwatch.alert.Change;
import io.rungwatch.check.CheckInfo;
import io.rungwatch.check.Input;
import io.rungwatch.check.Owner;
import io.rungwatch.config.Configuration;
import io.rungwatch.duty.Duty;
import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.duty.NoticeLog;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.duty.Roster;
import io.rungwatch.evidence.Evidence;
import io.rungwatch.evidence.EvidenceFiles;
import io.rungwatch.evidence.Recorder;
import io.rungwatch.notify.Heartbeat;
import io.rungwatch.notify.Notifier;
import io.rungwatch.notify.NotifierSettings;
import io.rungwatch.notify.NotifierSettings.Ground;
import io.rungwatch.notify.Undelivered;
import io.rungwatch.outbox.Backoff;
import io.rungwatch.outbox.Couriers;
import io.rungwatch.outbox.Outbox;
import io.rungwatch.snmp.AgentSubject;
import io.rungwatch.snmp.SnmpAgent;
import io.rungwatch.snmp.SnmpAgentSettings;
import io.rungwatch.snmp.SnmpEngine;
import io.rungwatch.snmp.SnmpSettings;
import io.rungwatch.store.ProbeName;
import io.rungwatch.watch.PollReport;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what is wrong to who is told: what is wired to what. */
final class Telling implements AutoCloseable {
    /** The writer is the store's: couriers close what they have opened, and a reload may give it another one. */
    private record Lent(Notifier writer) implements Notifier {
        @Override
        public void deliver(Message message) throws Undelivered, InterruptedException {
            writer.deliver(message);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
    private static final long DUTY_MILLIS = 1000;
    private static final long ENGINE_MILLIS = 60_000;

    private final Vertx vertx;
    private final InstantSource clock;
    private final InstantSource wall;
    private final LongSupplier nanos;
    private final long started;
    private final IntSupplier channels;
    private final StateFolder state;
    private final SnmpEngine engine;
    private final Outbox outbox;
    private final NoticeLog log;
    private final Duty duty;
    private final Couriers couriers;
    private final Recorder recorder = new Recorder();
    private final EvidenceFiles evidenceFiles;
    private final Evidence evidence;
    private final Optional<NotifierSettings> history;
    private volatile Links links;
    private volatile Duration heartbeat = Duration.ofMinutes(1);
    /** Of this nobody needs to hear where nobody is told by SNMP. */
    private volatile boolean engineNeeded;

    private volatile boolean engineFailing;
    private Optional<SnmpAgentSettings> agentSettings = Optional.empty();
    private @Nullable SnmpAgent agent;

    Telling(
            Vertx vertx,
            Configuration configuration,
            InstantSource clock,
            InstantSource wall,
            LongSupplier nanos,
            Roster roster,
            IntSupplier channels,
            Optional<Notifier> history)
            throws IOException, SQLException {
        this.vertx = vertx;
        this.clock = clock;
        this.wall = wall;
        this.channels = channels;
        this.history = history.map(writer -> ground -> new Lent(writer));
        this.nanos = nanos;
        started = nanos.getAsLong();
        state = StateFolder.open(configuration.state());
        engine = SnmpEngine.start(state.path(), wall, nanos);
        outbox = Outbox.open(state.journal());
        links = links(configuration);
        log = new NoticeLog(ZoneId.systemDefault(), () -> links);
        duty = new Duty(clock, configuration.alerts().rules(), outbox.recovered(), roster, List.of(outbox, log));
        couriers = new Couriers(outbox, clock, Backoff.USUAL, this::heartbeat);
        evidenceFiles = new EvidenceFiles(state.evidence(), EvidenceFiles.Bounds.USUAL, clock);
        evidence = new Evidence(recorder, evidenceFiles);
        // Before anybody can be told anything: a receiver that came later would miss what was before it.
        outbox.receivers(receivers(configuration).keySet());
        outbox.start(duty::own);
    }

    private Links links(Configuration configuration) {
        return new Links(configuration.http().publicUrl(), Optional.of(state.evidence()));
    }

    /** As whoever asks the API gets them. */
    Links linksOfTheApi() {
        return new Links(links.address(), Optional.empty());
    }

    /** Tried until it works: a full disk may have room again before the next start. */
    private synchronized boolean saveEngine() {
        if (!engineNeeded) {
            return true;
        }
        Optional<String> trouble = engine.save();
        if (trouble.isPresent() || engineFailing) {
            engineFailing = trouble.isPresent();
            duty.own(OwnTrouble.SNMP_ENGINE_FAILING, "", trouble);
        }
        return trouble.isEmpty();
    }

    /** From now on time passes. */
    void start() {
        vertx.setPeriodic(ENGINE_MILLIS, timer -> {
            if (engineFailing) {
                var unused = vertx.executeBlocking(this::saveEngine, false);
            }
        });
        vertx.setPeriodic(DUTY_MILLIS, timer -> {
            duty.pass();
            outbox.pass();
        });
    }

    private Heartbeat heartbeat(String receiver) {
        Duration up = Duration.ofNanos(nanos.getAsLong() - started);
        return new Heartbeat(clock.instant(), heartbeat, up, channels.getAsInt(), duty.openAt(receiver));
    }

    /** Receivers and rules as the configuration has them now. */
    void apply(Configuration changed) {
        heartbeat = changed.alerts().heartbeat();
        links = links(changed);
        boolean needed = changed.alerts().agent().isPresent()
                || changed.alerts().notifiers().values().stream().anyMatch(SnmpSettings.class::isInstance);
        if (needed && !engineNeeded) {
            engineNeeded = true;
            saveEngine();
        }
        couriers.apply(receivers(changed), new Ground(vertx, ProbeName.ofThisHost(), engine, wall, heartbeat, links));
        duty.obey(changed.alerts().rules());
        answer(changed.alerts().agent());
    }

    private Map<String, NotifierSettings> receivers(Configuration configuration) {
        Map<String, NotifierSettings> receivers =
                new LinkedHashMap<>(configuration.alerts().notifiers());
        history.ifPresent(writer -> receivers.put(Outbox.HISTORY, writer));
        return receivers;
    }

    private void answer(Optional<SnmpAgentSettings> wanted) {
        if (wanted.equals(agentSettings)) {
            return;
        }
        stopAgent();
        agentSettings = Optional.empty();
        try {
            if (wanted.isPresent()) {
                agent = SnmpAgent.start(
                        wanted.get(), engine, new AgentSubject(duty::open, channels, heartbeat, () -> links));
            }
            agentSettings = wanted;
        } catch (IOException e) {
            LOG.error("SNMP's questions are not answered: {}", e.getMessage());
        }
    }

    private void stopAgent() {
        if (agent != null) {
            agent.close();
            agent = null;
        }
    }

    /** What was judged. */
    void look(PollReport report) {
        if (!report.judged().isEmpty()) {
            duty.judged(report.where().channel(), report.where().layer().name());
        }
    }

    /** What is raised of a channel, whether a group tells it or not: what it rests on is kept. How busy the probe is rests on no answer. */
    void keep(Change change) {
        CheckInfo check = change.alert().check();
        boolean isOfTheProbe = check.owner() == Owner.PROBE && check.input() == Input.RATES;
        if (change.kind() == Change.Kind.RAISED && !isOfTheProbe) {
            evidence.keep(change.alert().id(), change.alert());
        }
    }

    Duty duty() {
        return duty;
    }

    Outbox outbox() {
        return outbox;
    }

    Couriers couriers() {
        return couriers;
    }

    Recorder recorder() {
        return recorder;
    }

    EvidenceFiles evidence() {
        return evidenceFiles;
    }

    String token() throws IOException {
        return state.token();
    }

    /** For the commands on this machine. */
    void shows(Optional<byte[]> certificate) throws IOException {
        state.shows(certificate);
    }

    /** Nobody is told any more; what is under way is waited for a little. What comes up now is told after the next start. */
    void stop() {
        stopAgent();
        couriers.close();
    }

    @Override
    public void close() {
        outbox.close();
        try {
            log.close();
            evidence.close();
            state.close();
        } catch (IOException e) {
            LOG.warn("the state folder was not released: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
