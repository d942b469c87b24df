package io.rungwatch.notify;

import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A webhook to tell.
 *
 * @param secret what bodies are signed with
 * @param key what a PagerDuty knows the service by
 */
public record WebhookSettings(Url url, Optional<String> secret, Format format, Optional<String> key, Duration timeout)
        implements NotifierSettings {

    @Override
    public Notifier open(Ground ground) {
        return new WebhookNotifier(ground.vertx(), this, ground.clock(), ground.links());
    }

    /** Whose language the body is in. */
    public enum Format {
        RUNGWATCH,
        SLACK,
        TEAMS,
        PAGERDUTY
    }

    public List<String> secrets() {
        return Stream.of(secret, key).flatMap(Optional::stream).toList();
    }

    /** Without the secrets, one of which the address may be: this text may end in a log. */
    @Override
    public String toString() {
        return "WebhookSettings[" + url.host() + ":" + url.port() + ", " + format + "]";
    }
}
