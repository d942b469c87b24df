package io.rungwatch.notify;

import io.rungwatch.url.BadUrl;
import io.rungwatch.url.Url;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An Alertmanager to tell.
 *
 * @param base its address, with a path where it is not at the top of its server
 */
public record AlertmanagerSettings(
        Url base, Optional<String> username, Optional<String> password, Optional<String> token, Duration timeout)
        implements NotifierSettings {

    @Override
    public Notifier open(Ground ground) {
        return new AlertmanagerNotifier(
                ground.vertx(), this, ground.probe(), ground.heartbeat(), ground.clock(), ground.links());
    }

    /** Where alerts are posted to. */
    public Url alerts() {
        String path = base.path();
        try {
            return base.resolve((path.endsWith("/") ? path : path + "/") + "api/v2/alerts");
        } catch (BadUrl e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the header of that name. */
    public Optional<String> authorization() {
        Optional<String> basic = username.map(user -> "Basic "
                + Base64.getEncoder()
                        .encodeToString((user + ":" + password.orElse("")).getBytes(StandardCharsets.UTF_8)));
        return token.map(word -> "Bearer " + word).or(() -> basic);
    }

    public List<String> secrets() {
        return Stream.of(password, token, authorization())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Without the secrets: this text may end in a log. */
    @Override
    public String toString() {
        return "AlertmanagerSettings[" + base.host() + ":" + base.port() + "]";
    }
}
