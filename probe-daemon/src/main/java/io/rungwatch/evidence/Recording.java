package io.rungwatch.evidence;

import io.rungwatch.alert.Alert;
import io.rungwatch.url.Url;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of an alert.
 *
 * @param manifest the address of the entry manifest, where one was asked for
 * @param shots in the order in which they matter, not of time
 */
public record Recording(Alert alert, Optional<Url> manifest, List<Shot> shots) {
    public int size() {
        return shots.size();
    }

    /** Without what was fetched: this text may end in a log. */
    @Override
    public String toString() {
        return "Recording[" + alert.id() + ", " + size() + " exchanges]";
    }
}
