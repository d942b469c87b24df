package io.rungwatch.watch;

import io.rungwatch.check.Finding;
import io.rungwatch.exchange.Document;
import io.rungwatch.exchange.Exchange;
import io.rungwatch.hls.Playlist;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was read of one rendition of late. All layers serve the same bytes most of the time: these are kept, read and judged once. */
final class Readings {
    /** The newest, and the one before it for a layer that is a little behind. */
    private static final int KEPT = 2;

    private final @Nullable Reading[] kept = new Reading[KEPT];
    private int next;

    /** A document beside the bytes that it was read from. */
    static final class Reading {
        final byte[] body;
        final Document document;
        /** What the document by itself was found to be; null until somebody looked. */
        @Nullable
        List<Finding> findings;

        Reading(byte[] body, Document document) {
            this.body = body;
            this.document = document;
        }

        /** Equal bytes that came again are not held twice. */
        Exchange.Answered of(Exchange.Answered answer) {
            return answer.status() == 304 ? answer : answer.with(body);
        }
    }

    /** Bytes of what was so broken that no track holds it. */
    int rejected() {
        int bytes = 0;
        for (Reading known : kept) {
            bytes += known != null && known.document.malformed() ? known.body.length : 0;
        }
        return bytes;
    }

    void judgeAgain() {
        for (Reading known : kept) {
            if (known != null) {
                known.findings = null;
            }
        }
    }

    Reading of(byte[] body, Function<byte[], ? extends Document> parse) {
        for (Reading known : kept) {
            if (known != null && Arrays.equals(known.body, body)) {
                return known;
            }
        }
        Reading read = new Reading(body, parse.apply(body));
        if (!asksForWhatIsAround(read.document)) {
            kept[next] = read;
            next = (next + 1) % KEPT;
        }
        return read;
    }

    private static boolean asksForWhatIsAround(Document document) {
        return document instanceof Playlist playlist && !playlist.defines().isEmpty();
    }
}
