package io.rungwatch.simulator;

import io.rungwatch.simulator.fault.Reply;
import io.rungwatch.simulator.http.Answer;
import io.rungwatch.simulator.http.Bytes;
import io.rungwatch.simulator.http.Content;
import io.rungwatch.simulator.http.Disposition;
import io.rungwatch.simulator.http.Exchange;
import io.rungwatch.simulator.http.Header;
import io.rungwatch.simulator.http.HttpDate;
import io.rungwatch.simulator.http.Request;
import io.rungwatch.simulator.layer.Copy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a layer gives with the copy it holds: headers as the layers leave them.
 *
 * @param whole when the object is complete; until then it comes as it is made
 */
record Answers(Request request, Copy copy, @Nullable Content content, long now, long maxAge, long whole) {
    private static final int PIECES = 8;

    static Answer notFound(Request request, Instant at) {
        return bare(Reply.status(404), request, at, List.of());
    }

    /** A wait for what is too far ahead, or for a part of nothing. */
    static Answer bad(Request request, long now) {
        return bare(Reply.status(400), request, Instant.ofEpochMilli(now), List.of());
    }

    /** What a client waited for did not come. */
    static Answer tooLong(Request request, long now) {
        return bare(Reply.status(503), request, Instant.ofEpochMilli(now), List.of());
    }

    static Answer methodNotAllowed(Request request, Instant at) {
        return bare(Reply.status(405), request, at, List.of(new Header("Allow", "GET, HEAD")));
    }

    /** The time on the wall: what `/time/<channel>` says too, unless a fault says otherwise. */
    static Answer clock(Request request, Instant at) {
        return bare(Reply.USUAL.withPage(200, "text/plain", at.toString()), request, at, List.of());
    }

    /** How often a request has been redirected, by what the redirect put into its query. */
    static int hop(String query) {
        return query.startsWith("hop=") && query.matches("hop=\\d{1,4}") ? Integer.parseInt(query.substring(4)) : 0;
    }

    /** The object is not there, and no fault says so. */
    boolean isMissing() {
        return (content == null || content.status() != 200) && copy.reply().body() == null;
    }

    Answer answer() {
        if (copy.reply().body() != null) {
            return sent(page(copy.reply(), request, layerHeaders()));
        }
        if (content == null) {
            return sent(page(Reply.status(404), request, layerHeaders()));
        }
        if (content.status() != 200) {
            return sent(page(Reply.status(content.status()), request, layerHeaders()));
        }
        List<Header> headers = layerHeaders();
        long life = copy.reply().maxAge() == null ? maxAge : copy.reply().maxAge();
        headers.add(new Header("Cache-Control", "public, max-age=" + Math.ceilDiv(life, 1000)));
        Answer answer = sent(given(content, headers));
        return now < whole && answer.disposition() == Disposition.NORMAL ? growing(answer) : answer;
    }

    private Answer given(Content what, List<Header> headers) {
        List<String> without = copy.reply().without();
        if (without.isEmpty()) {
            return Exchange.answer(request, what, headers);
        }
        Request known = without.contains("Accept-Ranges") ? request.whole() : request;
        Answer answer = Exchange.answer(known, what, headers);
        List<Header> left = answer.headers().stream()
                .filter(header -> !without.contains(header.name()))
                .toList();
        return Answer.of(answer.status(), left, answer.body());
    }

    /** In chunks, the last of which comes when the encoder is done: nobody knows the length before. */
    private Answer growing(Answer answer) {
        return new Answer(
                answer.status(),
                answer.headers().stream()
                        .filter(header -> !header.name().equals("Content-Length"))
                        .toList(),
                answer.body(),
                answer.delay(),
                Disposition.TRICKLE,
                Math.max(1, Math.ceilDiv(answer.body().length(), PIECES)),
                Duration.ofMillis(Math.max(1, (whole - now) / PIECES)));
    }

    private static Answer bare(Reply reply, Request request, Instant at, List<Header> more) {
        List<Header> headers = new ArrayList<>(more);
        headers.add(new Header("Date", HttpDate.of(at.toEpochMilli())));
        return page(reply, request, headers);
    }

    private static Answer page(Reply reply, Request request, List<Header> headers) {
        if (reply.location() != null) {
            headers.add(new Header("Location", reply.location()));
        }
        if (reply.mediaType() != null) {
            headers.add(new Header("Content-Type", reply.mediaType()));
        }
        String body = reply.body();
        return Exchange.whole(reply.status(), request, Bytes.of(body == null ? "" : body), headers);
    }

    private List<Header> layerHeaders() {
        List<Header> headers = new ArrayList<>(12);
        headers.add(new Header("Date", HttpDate.of(copy.made())));
        if (copy.cache() != null) {
            headers.add(new Header("Age", Long.toString(Math.max(0, now - copy.made()) / 1000)));
            headers.add(new Header("X-Cache", copy.cache()));
            headers.add(new Header("Cache-Status", copy.trail()));
        }
        headers.add(new Header("Access-Control-Allow-Origin", "*"));
        if (!copy.via().isEmpty()) {
            headers.add(new Header("Via", copy.via()));
        }
        return headers;
    }

    private Answer sent(Answer answer) {
        Reply reply = copy.reply();
        long length = answer.body().length();
        boolean cut = reply.disposition() == Disposition.TRUNCATE;
        boolean whole = length == 0 && (cut || reply.disposition() == Disposition.TRICKLE);
        return new Answer(
                answer.status(),
                answer.headers(),
                answer.body(),
                Duration.ofMillis(reply.delay()),
                whole ? Disposition.NORMAL : reply.disposition(),
                cut ? (long) (length * reply.share()) : reply.portion(),
                Duration.ofMillis(reply.interval()));
    }
}
