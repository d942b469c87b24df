package io.rungwatch.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rungwatch.exchange.Exchange;
import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Fetch;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Timing;
import io.rungwatch.url.Url;
import java.time.Instant;
import java.util.List;

/** What a server says to a request, when tests say it for the server. */
public final class Answers {
    private Answers() {}

    public static Exchange.Answered ok(Url url, Instant at, byte[] body, String... headers) {
        return answered(url, at, 200, body, headers);
    }

    public static Exchange.Answered status(Url url, Instant at, int status) {
        return answered(url, at, status, "<html>what a server adds to an error</html>".getBytes(UTF_8));
    }

    public static Exchange.Answered notModified(Url url, Instant at) {
        return answered(url, at, 304, new byte[0]);
    }

    /** The answer of another address, after one redirect. */
    public static Exchange.Answered redirected(Url to, Instant at, byte[] body) {
        return new Exchange.Answered(at, Timing.NONE, List.of(to), to, "192.0.2.1", 200, Headers.NONE, body);
    }

    public static Exchange.Failed failed(Instant at, Failure failure) {
        return new Exchange.Failed(at, Timing.NONE, List.of(), failure, "as the test says");
    }

    public static Exchange.Answered answered(Url url, Instant at, int status, byte[] body, String... headers) {
        return new Exchange.Answered(at, Timing.NONE, List.of(), url, "192.0.2.1", status, Headers.of(headers), body);
    }

    /** Whether this request tells what it already has. */
    public static boolean conditional(Fetch fetch) {
        return fetch.ifNoneMatch() != null || fetch.ifModifiedSince() != null;
    }
}
