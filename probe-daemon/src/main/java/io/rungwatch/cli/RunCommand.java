package io.rungwatch.cli;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigError;
import io.rungwatch.config.ConfigWatch;
import io.rungwatch.config.Configuration;
import io.rungwatch.drive.SteadyClock;
import io.rungwatch.systemd.Hangup;
import io.rungwatch.systemd.Supervisor;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The daemon. */
@Command(name = "run", description = "Run the daemon.", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return file.run(Objects.requireNonNull(spec), RunCommand::run);
    }

    private static void run(Configuration configuration) throws Exception {
        Stop stop = new Stop();
        Optional<Supervisor> supervisor = Supervisor.of(System.getenv());
        try (Daemon daemon = start(configuration, supervisor)) {
            supervisor.ifPresent(systemd -> systemd.ready(daemon.state()));
            supervisor.ifPresent(systemd -> systemd.watch(daemon::alive, daemon::state));
            stop.await();
            supervisor.ifPresent(Supervisor::stopping);
        } finally {
            supervisor.ifPresent(Supervisor::close);
            stop.done();
        }
    }

    /** Also what `demo` starts. */
    static Daemon start(Configuration configuration, Optional<Supervisor> supervisor) throws Exception {
        SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);
        Daemon daemon = new Daemon(configuration, clock, InstantSource.system(), System::nanoTime);
        int port = listen(configuration, daemon);
        LOG.info(
                "watching {} channels at {} layers",
                configuration.channels().size(),
                configuration.layers().size());
        LOG.info(
                "{}/ shows them; /metrics, /api/v1/alerts, /health/ready",
                configuration.http().here(port));
        follow(configuration, daemon, supervisor);
        return daemon;
    }

    private static int listen(Configuration configuration, Daemon daemon) throws Exception {
        try {
            return InUse.told(List.of(configuration.http().listen()), ", or give another http.listen", daemon::listen);
        } catch (Exception failure) {
            daemon.close();
            throw failure;
        }
    }

    /** A saved file takes effect by itself; SIGHUP reads everything again, secrets too. */
    private static void follow(Configuration configuration, Daemon daemon, Optional<Supervisor> supervisor) {
        ConfigWatch watch = new ConfigWatch(
                configuration.file(),
                changed -> {
                    daemon.apply(changed);
                    supervisor.ifPresent(systemd -> systemd.ready(daemon.state()));
                },
                errors -> {
                    daemon.refuse(told(errors));
                    supervisor.ifPresent(
                            systemd -> systemd.ready("the configuration on disk is broken, the old one is in force"));
                });
        watch.start();
        Hangup.then(() -> {
            LOG.info("reading the configuration again");
            supervisor.ifPresent(Supervisor::reloading);
            watch.again();
        });
    }

    private static List<String> told(List<ConfigError> errors) {
        return errors.stream().map(ConfigError::toString).toList();
    }
}
