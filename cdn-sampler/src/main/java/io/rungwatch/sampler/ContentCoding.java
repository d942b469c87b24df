package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_ENCODING;
import static io.rungwatch.exchange.Failure.TOO_LARGE;

import io.rungwatch.exchange.Headers;
import java.util.List;
import java.util.Locale;

/** Undoes Content-Encoding. Only gzip was offered, so anything else is a server that sends what players cannot read. */
final class ContentCoding {
    private final Gunzip gunzip = new Gunzip();

    byte[] decode(Headers headers, byte[] body, int limit) throws BadAnswer {
        List<String> codings = headers.all("Content-Encoding");
        if (body.length == 0 || codings.isEmpty()) {
            return within(limit, body);
        }
        String coding = codings.size() == 1 ? codings.getFirst().toLowerCase(Locale.ROOT) : codings.toString();
        return switch (coding) {
            case "identity", "" -> within(limit, body);
            case "gzip", "x-gzip" -> onlyOnce(gunzip.decode(body, limit));
            default ->
                throw new BadAnswer(
                        BAD_ENCODING, "Content-Encoding is " + Wording.quoted(coding) + ", but only gzip was offered");
        };
    }

    private static byte[] within(int limit, byte[] body) throws BadAnswer {
        if (body.length > limit) {
            throw new BadAnswer(TOO_LARGE, body.length + " bytes, allowed are " + limit);
        }
        return body;
    }

    /** A cache that compresses what came compressed: players would show the gzip bytes to their playlist parser. */
    private static byte[] onlyOnce(byte[] decoded) throws BadAnswer {
        if (Gunzip.isGzip(decoded, 0)) {
            throw new BadAnswer(BAD_ENCODING, "still gzip after gunzip: something on the way compressed it twice");
        }
        return decoded;
    }
}
