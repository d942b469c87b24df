package io.rungwatch.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Where the history goes, and for how long.
 *
 * @param probe what this probe is called in its rows; empty: as its host
 * @param every what one row of a channel sums up
 * @param full how long rows stay as they were written; older ones become one for each hour
 * @param keep how long there are any
 * @param keepAlerts the same of the alert log
 */
public record StoreSettings(
        String url,
        Optional<String> user,
        Optional<String> password,
        Optional<String> probe,
        Duration every,
        Duration full,
        Duration keep,
        Duration keepAlerts) {
    public static final StoreSettings USUAL = new StoreSettings(
            "jdbc:sqlite:rungwatch.db",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(1),
            Duration.ofDays(7),
            Duration.ofDays(90),
            Duration.ofDays(365));

    /** Without the password: this text may end in a log. */
    @Override
    public String toString() {
        return "StoreSettings[" + url + user.map(name -> " as " + name).orElse("") + ", every " + every + ", full "
                + full + ", keep " + keep + ", alerts " + keepAlerts + "]";
    }
}
