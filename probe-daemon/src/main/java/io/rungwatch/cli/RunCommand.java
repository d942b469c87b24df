package io.rungwatch.cli;

import io.rungwatch.Daemon;
import io.rungwatch.config.ConfigError;
import io.rungwatch.config.ConfigWatch;
import io.rungwatch.config.Configuration;
import io.rungwatch.drive.SteadyClock;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        CountDownLatch stopped = new CountDownLatch(1);
        try (Daemon daemon = start(configuration)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
            stopped.await();
        }
    }

    /** Also what `demo` starts. */
    static Daemon start(Configuration configuration) throws Exception {
        SteadyClock clock = new SteadyClock(InstantSource.system(), System::nanoTime);
        Daemon daemon = new Daemon(configuration, clock, System::nanoTime);
        int port = daemon.listen();
        String host = configuration.listen().getHostString();
        LOG.info(
                "watching {} channels at {} layers",
                configuration.channels().size(),
                configuration.layers().size());
        LOG.info("http://{}:{}/ shows them; /metrics, /api/v1/alerts, /health/ready", host, port);
        new ConfigWatch(configuration.file(), daemon::apply, errors -> daemon.refuse(told(errors))).start();
        return daemon;
    }

    private static List<String> told(List<ConfigError> errors) {
        return errors.stream().map(ConfigError::toString).toList();
    }
}
