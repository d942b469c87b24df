package io.rungwatch.api;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Nobody passes without the token, where there is one: `Authorization: Bearer …`. */
final class TokenGate implements Handler<RoutingContext> {
    private final Optional<byte[]> expected;

    private final String refusal;

    TokenGate(Optional<String> token, String refusal) {
        this.refusal = refusal;
        expected = token.map(text -> ("Bearer " + text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void handle(RoutingContext call) {
        String shown =
                Optional.ofNullable(call.request().getHeader("Authorization")).orElse("");
        if (expected.isEmpty() || MessageDigest.isEqual(expected.get(), shown.getBytes(StandardCharsets.UTF_8))) {
            call.next();
            return;
        }
        call.response().putHeader("WWW-Authenticate", "Bearer");
        ApiServer.refuse(call, 401, refusal);
    }
}
