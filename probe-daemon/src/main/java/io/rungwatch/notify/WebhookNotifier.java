package io.rungwatch.notify;

import io.rungwatch.config.WebhookSettings;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts each message to a webhook, signed if there is a secret to sign with; docs/webhooks.md says how to read it. */
public final class WebhookNotifier implements Notifier {
    private final WebhookSettings settings;
    private final Receiver receiver;
    private final InstantSource clock;

    public WebhookNotifier(Vertx vertx, WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.receiver = new Receiver(vertx, settings.url(), settings.timeout(), settings.secrets());
        this.clock = clock;
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        String body = Json.write(body(message));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Rungwatch-Delivery", delivery(message));
        settings.secret().ifPresent(secret -> headers.putAll(Signature.headers(secret, clock.instant(), body)));
        receiver.post(body, headers);
    }

    private Map<String, @Nullable Object> body(Message message) {
        return switch (settings.format()) {
            case RUNGWATCH -> Told.of(message);
            case SLACK -> SlackBody.of(message);
            case TEAMS -> TeamsBody.of(message);
            case PAGERDUTY -> PagerDutyBody.of(message, settings.key().orElse(""));
        };
    }

    /** The same however often it is tried: who has seen it has seen the message. */
    private static String delivery(Message message) {
        return message.notice().id() + "-" + message.kind().word() + "-"
                + message.at().toEpochMilli();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
