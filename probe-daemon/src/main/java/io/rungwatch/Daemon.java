package io.rungwatch;

import com.sun.management.UnixOperatingSystemMXBean;
import io.rungwatch.access.Doorman;
import io.rungwatch.access.TlsFiles;
import io.rungwatch.access.TokenHash;
import io.rungwatch.alert.Alerts;
import io.rungwatch.api.AlertsApi;
import io.rungwatch.api.ApiServer;
import io.rungwatch.api.Gate;
import io.rungwatch.api.Health;
import io.rungwatch.api.PageApi;
import io.rungwatch.api.Tls;
import io.rungwatch.config.Configuration;
import io.rungwatch.drive.FaultLog;
import io.rungwatch.drive.Loops;
import io.rungwatch.drive.Sink;
import io.rungwatch.drive.Sinks;
import io.rungwatch.drive.SteadyClock;
import io.rungwatch.duty.OwnTrouble;
import io.rungwatch.metrics.Metric;
import io.rungwatch.metrics.Metrics;
import io.rungwatch.metrics.TellingMeters;
import io.rungwatch.profile.ChannelProfile;
import io.rungwatch.status.Status;
import io.rungwatch.store.Store;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running probe: what is wired to what. */
public final class Daemon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Daemon.class);

    private static final long TIDY_MILLIS = 10_000;
    /** Shorter than the probe believes an address: whether the name service works is seen only when it is asked. */
    private static final int NAMES_KEPT_SECONDS = 20;
    /** At what it stands on itself. */
    private static final long LOOK_MILLIS = 5_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setPreferNativeTransport(true)
            .setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(NAMES_KEPT_SECONDS))
            .setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()));
    private final Metrics metrics = new Metrics();
    private final Status status = new Status();
    private final Health health = new Health(status);
    private final Optional<Store> store;
    private final Telling telling;
    private final TellingMeters tellingMeters;
    private final Alerts alerts;
    private final Loops loops;
    private final InstantSource clock;
    private final InstantSource wall;
    /** Of the channels that are watched. */
    private final Map<String, ChannelProfile> profiles = new ConcurrentHashMap<>();

    private final Samplings samplings = new Samplings();
    private final Channels channels;
    private volatile Configuration configuration;

    /** @param nanos measures spans; runs as fast as the clock */
    public Daemon(Configuration configuration, InstantSource clock, LongSupplier nanos)
            throws InterruptedException, ExecutionException, IOException, SQLException {
        this(configuration, clock, clock, nanos, Optional.empty(), ClockStep.PATIENCE);
    }

    /**
     * The same, where time for the probe is not that of the wall.
     *
     * @param wall what others' clocks are compared with
     */
    public Daemon(Configuration configuration, SteadyClock clock, InstantSource wall, LongSupplier nanos)
            throws InterruptedException, ExecutionException, IOException, SQLException {
        this(configuration, clock, wall, nanos, ClockStep.PATIENCE);
    }

    /**
     * The same.
     *
     * @param patience how long the wall's clock has to keep a time that it was set to until the probe takes it over
     */
    public Daemon(
            Configuration configuration, SteadyClock clock, InstantSource wall, LongSupplier nanos, Duration patience)
            throws InterruptedException, ExecutionException, IOException, SQLException {
        this(configuration, clock, wall, nanos, Optional.of(clock), patience);
    }

    private Daemon(
            Configuration configuration,
            InstantSource clock,
            InstantSource wall,
            LongSupplier nanos,
            Optional<SteadyClock> settable,
            Duration patience)
            throws InterruptedException, ExecutionException, IOException, SQLException {
        this.configuration = configuration;
        this.clock = clock;
        this.wall = wall;
        store = configuration
                .store()
                .map(settings -> new Store(settings, configuration.state(), clock, this::storeTrouble));
        telling = new Telling(
                vertx,
                configuration,
                clock,
                wall,
                nanos,
                channel -> Optional.ofNullable(profiles.get(channel)),
                profiles::size,
                store.map(Store::alertLog));
        alerts = new Alerts(
                clock,
                change -> {
                    metrics.accept(change);
                    telling.keep(change);
                },
                List.of(telling.duty()::accept));
        telling.duty().freshFrom(alerts::firing);
        tellingMeters = new TellingMeters(metrics, telling.duty(), telling.outbox());
        store.map(Store::figures).ifPresent(tellingMeters::history);
        loops = new Loops(vertx, configuration, clock, nanos, new Sinks(sinks()), metrics::late, samplings::of);
        channels = new Channels(profiles, loops, alerts, status, metrics, telling, store);
        metrics.counting(Metric.DEFERRED, samplings, Samplings::deferred);
        metrics.gauge(Metric.CHANNELS, profiles::size);
        metrics.gauge(Metric.CONFIG_OK, () -> health.refusal().isEmpty() ? 1 : 0);
        metrics.gauge(Metric.CONFIG_TIME, () -> health.since().toEpochMilli() / 1e3);
        store.ifPresent(Store::start);
        samplings.become(configuration.sampling());
        apply(configuration);
        telling.start();
        Memory memory = new Memory(System::gc);
        OpenFiles files = new OpenFiles(
                ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class),
                what -> telling.duty().own(OwnTrouble.FILES_EXHAUSTED, "", what));
        ClockStep step = new ClockStep(
                clock,
                wall,
                patience,
                what -> telling.duty().own(OwnTrouble.CLOCK_SET, "", what),
                () -> settable.ifPresent(this::takeOver));
        vertx.setPeriodic(TIDY_MILLIS, timer -> memory.tidy());
        NameTrouble names =
                new NameTrouble(loops::nameTrouble, what -> telling.duty().own(OwnTrouble.NAMES_UNRESOLVED, "", what));
        vertx.setPeriodic(LOOK_MILLIS, timer -> {
            files.look();
            names.look();
        });
        vertx.setPeriodic(LOOK_MILLIS, timer -> blocking(step::look));
    }

    private List<Sink> sinks() {
        List<Sink> sinks =
                new ArrayList<>(List.of(metrics, status, telling.recorder(), telling::look, alerts, new FaultLog()));
        store.map(Store::history).ifPresent(sinks::add);
        return sinks;
    }

    private void storeTrouble(Optional<String> what) {
        telling.duty().own(OwnTrouble.STORE_FAILING, "", what);
    }

    /** Opens the API; returns the port that it got. */
    public int listen() throws InterruptedException, ExecutionException, IOException {
        Optional<TlsFiles> files = configuration.http().tls();
        Optional<Tls> tls =
                files.isEmpty() ? Optional.empty() : Optional.of(new Tls(vertx, files.get(), wall, this::tlsTrouble));
        ApiServer api = new ApiServer(
                vertx,
                metrics,
                status,
                alerts,
                new AlertsApi(
                        vertx,
                        alerts,
                        telling.duty(),
                        telling.outbox(),
                        telling.evidence(),
                        store.map(Store::alerts),
                        telling::linksOfTheApi,
                        clock),
                new PageApi(
                        vertx,
                        status,
                        alerts,
                        telling.duty(),
                        health,
                        store.map(Store::metrics),
                        () -> Loops.guard(configuration),
                        clock),
                health,
                this::alive,
                new Gate(
                        new Doorman(configuration.http(), () -> configuration.http(), TokenHash.of(telling.token())),
                        () -> configuration.http().publicUrl(),
                        clock),
                tls,
                clock);
        telling.shows(tls.map(Tls::shown));
        tls.ifPresent(this::renew);
        return api.listen(configuration.http().listen())
                .toCompletionStage()
                .toCompletableFuture()
                .get();
    }

    private void renew(Tls tls) {
        vertx.setPeriodic(LOOK_MILLIS, timer -> {
            Optional<TlsFiles> files = configuration.http().tls();
            if (files.isPresent()) {
                var unused = vertx.executeBlocking(
                        () -> {
                            tls.look(files.get());
                            telling.shows(Optional.of(tls.shown()));
                            return true;
                        },
                        false);
            }
        });
    }

    private void tlsTrouble(Optional<String> what) {
        telling.duty().own(OwnTrouble.CERTIFICATE_FAILING, "", what);
    }

    /** A changed configuration; channels that nothing changes for do not notice. */
    public synchronized void apply(Configuration changed) {
        loops.allow(changed);
        boolean resampled = !changed.sampling().equals(configuration.sampling());
        if (resampled) {
            samplings.become(changed.sampling());
        }
        channels.become(changed.channels(), resampled);
        if (!changed.http().listen().equals(configuration.http().listen())
                || changed.http().tls().isPresent()
                        != configuration.http().tls().isPresent()) {
            LOG.warn("http.listen or http.tls changed: takes effect at the next start");
        }
        if (!changed.store().equals(configuration.store()) || !changed.state().equals(configuration.state())) {
            LOG.warn("store or state changed: takes effect at the next start");
        }
        telling.apply(changed);
        tellingMeters.receivers(telling.couriers().list());
        configuration = changed;
        health.applied(clock.instant(), profiles.size());
        telling.duty().own(OwnTrouble.CONFIGURATION_REFUSED, "", Optional.empty());
    }

    /** The file on disk is broken: nothing changes, and everybody who looks is told why. */
    public void refuse(List<String> errors) {
        health.refused(errors);
        telling.duty()
                .own(
                        OwnTrouble.CONFIGURATION_REFUSED,
                        "",
                        Optional.of(String.join("; ", errors.subList(0, Math.min(3, errors.size())))));
        LOG.error("configuration not taken over, the one in force stays:\n  {}", String.join("\n  ", errors));
    }

    /** Done when everything that polls has moved. */
    public CompletionStage<?> alive() {
        return loops.cameRound();
    }

    /** In a line. */
    public String state() {
        int firing = telling.duty().open().size();
        return "watching " + profiles.size() + " channels, " + (firing == 0 ? "nothing is wrong" : firing + " alerts");
    }

    /** The machine's clock keeps the time that it was set to: that is the time from now on, and no two polls may be compared over the jump. */
    private synchronized void takeOver(SteadyClock steady) {
        channels.anew(() -> {
            alerts.timeJumped();
            loops.timeJumped().join();
            telling.duty().timeJumps(() -> {
                Duration by = steady.jump();
                LOG.warn("the machine's clock was set by {} s and has stayed: its time is taken over", by.toSeconds());
                return by;
            });
            samplings.anew(configuration.sampling());
        });
    }

    /** Off the event loops, one look at a time. */
    private void blocking(Runnable look) {
        var unused = vertx.executeBlocking(
                () -> {
                    look.run();
                    return true;
                },
                true);
    }

    @Override
    public void close() {
        telling.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        store.ifPresent(Store::close);
        telling.close();
    }
}
