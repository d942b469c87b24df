package io.rungwatch.drive;

import io.rungwatch.check.ProbeFault;
import io.rungwatch.watch.PollReport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our own faults, each told once to whoever runs the probe; how often they happen is a metric. */
public final class FaultLog implements Sink {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final int MOST = 100;

    private final Set<ProbeFault> told = ConcurrentHashMap.newKeySet();

    @Override
    public void accept(PollReport report) {
        for (ProbeFault fault : report.faults()) {
            if (told.size() < MOST && told.add(fault)) {
                LOG.error(
                        "check {} failed on {}: {} (a bug of the probe, not of the stream)",
                        fault.check(),
                        report.where(),
                        fault.what());
            }
        }
    }
}
