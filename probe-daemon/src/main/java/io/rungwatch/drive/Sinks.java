package io.rungwatch.drive;

import io.rungwatch.watch.PollReport;
import io.rungwatch.watch.Where;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sinks, in order. One that fails is our bug; the others still hear. */
public record Sinks(List<Sink> sinks) implements Sink {
    private static final Logger LOG = LoggerFactory.getLogger(Sinks.class);

    @Override
    public void accept(PollReport report) {
        for (Sink sink : sinks) {
            try {
                sink.accept(report);
            } catch (RuntimeException e) {
                LOG.error("{} failed on {}", sink.getClass().getSimpleName(), report.where(), e);
            }
        }
    }

    @Override
    public void forget(Where where) {
        for (Sink sink : sinks) {
            try {
                sink.forget(where);
            } catch (RuntimeException e) {
                LOG.error("{} failed to forget {}", sink.getClass().getSimpleName(), where, e);
            }
        }
    }
}
