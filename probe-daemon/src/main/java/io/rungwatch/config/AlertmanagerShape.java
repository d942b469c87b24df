package io.rungwatch.config;

import io.rungwatch.notify.AlertmanagerSettings;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.Optional;

/** What may be said of a notifier that tells an Alertmanager. */
final class AlertmanagerShape {
    static final Key<Url> ALERTMANAGER =
            Key.required("alertmanager", new SecretAddress(), "Its address, for example `http://alertmanager:9093`.");
    static final Key<String> USERNAME = Key.of("username", Texts.LINE, "For one that asks for a name and a password.");
    static final Key<String> PASSWORD = Key.of("password", new Secret(), "`${NAME}` or `${file:/path}`.");
    static final Key<String> TOKEN =
            Key.of("token", new Secret(), "For one that asks for a bearer token: `${NAME}` or `${file:/path}`.");
    static final Key<Duration> TIMEOUT =
            Key.of("timeout", Times.DURATION, Duration.ofSeconds(10), "How long it has to answer.");

    static final Section SECTION = Section.of("an Alertmanager", ALERTMANAGER, USERNAME, PASSWORD, TOKEN, TIMEOUT);

    private AlertmanagerShape() {}

    private static void judge(Got said, Errors errors) {
        if (said.says(USERNAME) != said.says(PASSWORD)) {
            errors.add(said.spot(), "'username' and 'password' go together; write both, or a token, or neither");
        }
        if (said.says(TOKEN) && said.says(USERNAME)) {
            errors.add(said.spot(), "'token' and 'username' are two ways in; remove one");
        }
    }

    /** What does not go together is told of. */
    static Optional<AlertmanagerSettings> of(Got said, Reading in) {
        judge(said, in.errors());
        return said.find(ALERTMANAGER)
                .map(address -> new AlertmanagerSettings(
                        address, said.find(USERNAME), said.find(PASSWORD), said.find(TOKEN), said.get(TIMEOUT)));
    }
}
