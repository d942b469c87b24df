package io.rungwatch.notify;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** What is said of one way out in rungwatch.yaml. A record, so that it can be seen whether a saved file changed anything. */
public interface NotifierSettings {
    /**
     * What a notifier may stand on.
     *
     * @param state the folder where it may keep what must survive a restart
     * @param folder of rungwatch.yaml: relative paths begin there
     * @param heartbeat how often it is told that the probe lives
     */
    record Ground(Vertx vertx, Path state, Path folder, InstantSource clock, Duration heartbeat) {}

    /** Opens nothing yet that could fail because the receiver is down. */
    Notifier open(String name, Ground ground);
}
