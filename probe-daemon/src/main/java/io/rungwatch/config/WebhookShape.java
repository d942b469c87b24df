package io.rungwatch.config;

import io.rungwatch.json.Json;
import io.rungwatch.notify.WebhookSettings;
import io.rungwatch.url.Url;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be said of a notifier that posts to a webhook. */
final class WebhookShape {
    static final Key<Url> WEBHOOK = Key.required(
            "webhook",
            new SecretAddress(),
            "The address to post to; `${NAME}` or `${file:/path}` where it is a secret, as Slack's is.");
    static final Key<String> SECRET = Key.of(
            "secret", new Secret(), "What bodies are signed with (docs/webhooks.md): `${NAME}` or `${file:/path}`.");
    static final Key<WebhookSettings.Format> FORMAT = Key.of(
            "format",
            new Words<>("a format", List.of(WebhookSettings.Format.values()), Json::word),
            WebhookSettings.Format.RUNGWATCH,
            "Whose language the body is in.");
    static final Key<String> KEY =
            Key.of("key", new Secret(), "The integration key of PagerDuty: `${NAME}` or `${file:/path}`.");
    static final Key<Duration> TIMEOUT =
            Key.of("timeout", Times.DURATION, Duration.ofSeconds(10), "How long it has to answer.");

    static final Section SECTION = Section.of("a webhook", WEBHOOK, SECRET, FORMAT, KEY, TIMEOUT);

    private WebhookShape() {}

    private static void judge(Got said, Errors errors) {
        boolean pagerduty = said.get(FORMAT) == WebhookSettings.Format.PAGERDUTY;
        if (pagerduty && !said.says(KEY)) {
            errors.add(said.spot(), "PagerDuty needs the integration key of the service; write key: ${PAGERDUTY_KEY}");
        }
        if (!pagerduty && said.says(KEY)) {
            errors.add(said.spot(), "'key' is for PagerDuty only; write format: pagerduty, or remove the key");
        }
    }

    /** What does not go together is told of. */
    static Optional<WebhookSettings> of(Got said, Reading in) {
        judge(said, in.errors());
        return said.find(WEBHOOK)
                .map(address -> new WebhookSettings(
                        address, said.find(SECRET), said.get(FORMAT), said.find(KEY), said.get(TIMEOUT)));
    }
}
