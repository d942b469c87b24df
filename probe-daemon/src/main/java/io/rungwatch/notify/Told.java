package io.rungwatch.notify;

import io.rungwatch.duty.Links;
import io.rungwatch.duty.Message;
import io.rungwatch.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as webhooks and log files have it: the contract with whoever reads them, described in docs/webhooks.md. */
final class Told {
    private static final int VERSION = 1;

    private Told() {}

    static Map<String, @Nullable Object> of(Message message, Links links) {
        return Json.object(
                "version", VERSION,
                "kind", message.kind().word(),
                "at", message.at(),
                "alert", message.notice().view(links));
    }
}
