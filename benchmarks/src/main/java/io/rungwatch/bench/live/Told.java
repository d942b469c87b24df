package io.rungwatch.bench.live;

import io.rungwatch.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One message at the webhook, and when it was there: docs/webhooks.md. */
record Told(
        Instant at,
        String kind,
        String id,
        String check,
        String team,
        String layer,
        List<String> channels,
        String headline) {

    static Told parse(Instant at, byte[] body) {
        JsonNode message = Json.read(body);
        JsonNode alert = message.path("alert");
        List<String> channels = new ArrayList<>();
        alert.path("channels").forEach(channel -> channels.add(channel.asString()));
        return new Told(
                at,
                message.path("kind").asString(),
                alert.path("id").asString(),
                alert.path("check").asString(),
                alert.path("team").asString(""),
                alert.path("layer").asString(""),
                List.copyOf(channels),
                alert.path("headline").asString(""));
    }

    /** Nothing more will be told of it. */
    boolean isLast() {
        return kind.equals("cleared") || kind.equals("merged");
    }
}
