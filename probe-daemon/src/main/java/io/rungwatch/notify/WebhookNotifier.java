package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Posts each message to a webhook, signed if there is a secret to sign with; docs/webhooks.md says how to read it. */
public final class WebhookNotifier implements Notifier {
    private final WebhookSettings settings;
    private final Receiver receiver;
    private final InstantSource clock;
    private final Links links;

    public WebhookNotifier(Vertx vertx, WebhookSettings settings, InstantSource clock, Links links) {
        this.settings = settings;
        this.receiver = new Receiver(vertx, settings.url(), settings.timeout(), settings.secrets());
        this.clock = clock;
        this.links = links;
    }

    @Override
    public void deliver(Message message) throws Undelivered, InterruptedException {
        for (Map<String, @Nullable Object> body : bodies(message)) {
            post(message, Json.write(body));
        }
    }

    private void post(Message message, String body) throws Undelivered, InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Rungwatch-Delivery", delivery(message));
        settings.secret().ifPresent(secret -> headers.putAll(Signature.headers(secret, clock.instant(), body)));
        receiver.post(body, headers);
    }

    private List<Map<String, @Nullable Object>> bodies(Message message) {
        return switch (settings.format()) {
            case RUNGWATCH -> List.of(Told.of(message, links));
            case SLACK -> List.of(SlackBody.of(message, links));
            case TEAMS -> List.of(TeamsBody.of(message, links));
            case PAGERDUTY -> PagerDutyBody.of(message, settings.key().orElse(""), links);
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
