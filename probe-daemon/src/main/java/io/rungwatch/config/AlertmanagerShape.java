package io.rungwatch.config;

import io.rungwatch.url.Url;
import java.time.Duration;

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

    /** What fits key by key but not together. */
    static void judge(Got said, Errors errors) {
        if (said.says(USERNAME) != said.says(PASSWORD)) {
            errors.add(said.spot(), "'username' and 'password' go together; write both, or a token, or neither");
        }
        if (said.says(TOKEN) && said.says(USERNAME)) {
            errors.add(said.spot(), "'token' and 'username' are two ways in; remove one");
        }
    }

    /** Of a section whose `alertmanager` could be read. */
    static AlertmanagerSettings of(Got said) {
        return new AlertmanagerSettings(
                said.get(ALERTMANAGER), said.find(USERNAME), said.find(PASSWORD), said.find(TOKEN), said.get(TIMEOUT));
    }
}
