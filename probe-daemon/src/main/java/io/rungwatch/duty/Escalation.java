package io.rungwatch.duty;

import io.rungwatch.check.Severity;
import java.time.Duration;
import java.util.List;

/** Whom else it is told, when it is as bad as this and nobody has acknowledged it for so long. */
public record Escalation(Duration unacknowledged, Severity severity, Match match, List<String> to) {
    boolean concerns(Fault fault) {
        return fault.severity().compareTo(severity) >= 0 && match.fits(fault);
    }
}
