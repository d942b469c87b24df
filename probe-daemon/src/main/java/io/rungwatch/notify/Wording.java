package io.rungwatch.notify;

import io.rungwatch.cache.Shown;
import io.rungwatch.check.Times;
import io.rungwatch.url.Url;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** How a failure is told to the owner of the probe: the host, what it did, and what to do about it. */
final class Wording {
    /** Of a secret: what is shorter is found in any text. */
    private static final int TELLING = 6;

    private final String host;
    private final List<String> unspoken;

    Wording(Url url, List<String> secrets) {
        host = url.port() == (url.secure() ? 443 : 80) ? url.host() : url.host() + ":" + url.port();
        unspoken = Stream.concat(Stream.of(url.target()), secrets.stream())
                .flatMap(secret -> Stream.of(secret.split("[^A-Za-z0-9]+", -1)))
                .filter(piece -> piece.length() >= TELLING)
                .map(piece -> piece.toLowerCase(Locale.ROOT))
                .toList();
    }

    String answered(HttpResponse<Buffer> answer) {
        int status = answer.statusCode();
        String said = said(answer);
        return host + " answered " + status + advice(status) + (said.isEmpty() ? "" : ": " + said);
    }

    String silent(Duration patience) {
        return host + " did not answer within " + Times.text(patience) + ": check whether it is overloaded";
    }

    String unreached(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return host + " is not found: check the name";
            }
            if (cause instanceof SSLException) {
                return "TLS with " + host + " failed: check its certificate and its date";
            }
            if (cause instanceof FirstBytes.TooLong) {
                return host + " gave an answer without end: check whether the address is a webhook's";
            }
            if (cause instanceof ConnectException) {
                return host + " takes no connection: check whether it runs, and the way there";
            }
            if (cause instanceof TimeoutException) {
                return host + " did not answer in time: check whether it is overloaded";
            }
        }
        return "the connection to " + host + " broke off before an answer";
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403, 407 -> " (check the password, token or key)";
            case 404 -> " (check the address)";
            case 429 -> " (too many requests)";
            default -> status >= 300 && status < 400 ? " (redirects are not followed: write where it leads to)" : "";
        };
    }

    /** Its own words, unless they repeat a secret: many pages of errors show the path. */
    private String said(HttpResponse<Buffer> answer) {
        Buffer body = answer.body();
        if (body == null) {
            return "";
        }
        String text = body.toString().strip();
        String lower = text.toLowerCase(Locale.ROOT);
        return text.startsWith("<") || unspoken.stream().anyMatch(lower::contains) ? "" : Shown.text(text);
    }
}
