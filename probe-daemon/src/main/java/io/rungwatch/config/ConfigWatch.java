package io.rungwatch.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A saved file takes effect within two seconds. What a file system tells of changes differs between kinds of mounts, and editors rename,
 * truncate and write in pieces; so it looks at what the files hold, and believes what it saw twice.
 */
public final class ConfigWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigWatch.class);
    private static final Duration EVERY = Duration.ofMillis(300);

    private final Path file;
    private final Secrets secrets;
    private final Consumer<Configuration> apply;
    private final Consumer<List<ConfigError>> refuse;
    private final Thread thread = Thread.ofPlatform().daemon().name("config").unstarted(this::run);

    private volatile boolean forced;
    private Path channelsFolder;
    private Signatures last = Signatures.NONE;
    private Signatures judged = Signatures.NONE;

    /** The first look tells what it finds, so that nothing is lost that was saved between the start and the first look. */
    public ConfigWatch(Path file, Consumer<Configuration> apply, Consumer<List<ConfigError>> refuse) {
        this(file, Secrets.SYSTEM, apply, refuse);
    }

    ConfigWatch(Path file, Secrets secrets, Consumer<Configuration> apply, Consumer<List<ConfigError>> refuse) {
        this.file = file;
        channelsFolder = file.resolveSibling("channels");
        this.secrets = secrets;
        this.apply = apply;
        this.refuse = refuse;
    }

    public void start() {
        thread.start();
    }

    /** The files are read again though nothing changed in them: the secrets that they lead to may have. */
    public void again() {
        forced = true;
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    /** One look at the files; a result when they hold something else than before and have come to rest. */
    Optional<ConfigLoader.Result> look() {
        if (forced) {
            forced = false;
            judged = Signatures.NONE;
        }
        Signatures now = signatures(last);
        boolean resting = now.sameContent(last);
        last = now;
        if (!resting || now.sameContent(judged)) {
            return Optional.empty();
        }
        ConfigLoader.Attempt attempt = ConfigLoader.attempt(file, secrets);
        boolean moved = attempt.channelsFolder()
                .filter(folder -> !folder.equals(channelsFolder))
                .isPresent();
        channelsFolder = attempt.channelsFolder().orElse(channelsFolder);
        last = signatures(last);
        if (moved || !last.sameContent(now)) {
            return Optional.empty();
        }
        judged = now;
        return Optional.of(attempt.result());
    }

    private Signatures signatures(Signatures before) {
        List<Path> files = new ArrayList<>(List.of(file));
        try {
            files.addAll(ChannelFiles.list(channelsFolder, file));
        } catch (IOException e) {
            files.add(channelsFolder); // gone or closed to us: the loader says so
        }
        return Signatures.take(files, before);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(EVERY);
                look().ifPresent(this::tell);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | StackOverflowError e) {
                judged = Signatures.NONE;
                LOG.error("the configuration could not be looked at; it is tried again", e);
            }
        }
    }

    private void tell(ConfigLoader.Result result) {
        switch (result) {
            case ConfigLoader.Loaded loaded -> apply.accept(loaded.configuration());
            case ConfigLoader.Refused refused -> refuse.accept(refused.errors());
        }
    }
}
