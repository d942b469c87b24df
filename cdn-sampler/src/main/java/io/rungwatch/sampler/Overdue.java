package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.CONNECT_TIMEOUT;
import static io.rungwatch.exchange.Failure.DNS;
import static io.rungwatch.exchange.Failure.FIRST_BYTE_TIMEOUT;
import static io.rungwatch.exchange.Failure.NO_FREE_CONNECTION;
import static io.rungwatch.exchange.Failure.SILENT;
import static io.rungwatch.exchange.Failure.TOTAL_TIMEOUT;

import io.rungwatch.exchange.Failure;
import io.rungwatch.exchange.Limits;

/** What a deadline that has passed says about the host, the way there, or our own pool. */
final class Overdue {
    private Overdue() {}

    static Failure failure(Stage stage, boolean total) {
        if (total && stage != Stage.WAITING) {
            return TOTAL_TIMEOUT;
        }
        return switch (stage) {
            case WAITING -> NO_FREE_CONNECTION;
            case CONNECTING, HANDSHAKING -> CONNECT_TIMEOUT;
            case RESOLVING -> DNS;
            case ASKED, OVER -> FIRST_BYTE_TIMEOUT;
            case READING -> SILENT;
        };
    }

    static String detail(Stage stage, boolean total, Limits limits, HostPool pool, String remote) {
        if (total) {
            return "stopped after " + Wording.of(limits.total()) + " while " + doing(stage, pool, remote);
        }
        String connect = Wording.of(limits.connect());
        return switch (stage) {
            case WAITING -> "all " + pool.limit() + " connections to " + pool.endpoint() + " were busy for " + connect;
            case RESOLVING ->
                "the name service gave no answer for " + pool.endpoint().host() + " within " + connect;
            case CONNECTING -> "no connection to " + remote + " within " + connect;
            case HANDSHAKING -> "connected to " + remote + ", but no TLS handshake within " + connect;
            case READING -> "nothing more from " + remote + " for " + Wording.of(limits.silence());
            case ASKED, OVER -> "no answer within " + Wording.of(limits.firstByte()) + " after connecting to " + remote;
        };
    }

    private static String doing(Stage stage, HostPool pool, String remote) {
        return switch (stage) {
            case WAITING -> "waiting for a free connection to " + pool.endpoint();
            case RESOLVING -> "looking up " + pool.endpoint().host();
            case CONNECTING -> "connecting to " + remote;
            case HANDSHAKING -> "shaking hands with " + remote;
            case ASKED -> "waiting for the answer of " + remote;
            case READING, OVER -> "reading the answer of " + remote;
        };
    }
}
