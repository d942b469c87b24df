package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_ENCODING;
import static io.rungwatch.exchange.Failure.BAD_RESPONSE;
import static io.rungwatch.exchange.Failure.HEADERS_TOO_LARGE;
import static io.rungwatch.exchange.Failure.RESET;
import static io.rungwatch.exchange.Failure.TOO_LARGE;

import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessageDecoderResult;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.rungwatch.exchange.BodyReader;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP answer as it comes in, held to the limits at every byte. */
final class Answer {
    /** 103 Early Hints may come a few times; more is somebody who wants to keep us busy. */
    private static final int MOST_INTERIM = 8;

    /** What a connection holds that was never asked anything. */
    static final Answer NOBODY_ASKED = new Answer(Limits.PLAYLIST, false, null);

    private final Limits limits;
    private final boolean headersOnly;
    private final @Nullable BodyReader reader;
    private final Body body = new Body();
    private long bodyBytes;
    private long wireBytes;
    private int interim;
    private boolean inInterim;
    private boolean complete;
    private boolean keepAlive;
    private int status;
    private long promised = -1;
    private Headers headers = Headers.NONE;

    /** `headersOnly` says that its body, should there be one, is not wanted; a `reader` takes that of a good answer. */
    Answer(Limits limits, boolean headersOnly, @Nullable BodyReader reader) {
        this.limits = limits;
        this.headersOnly = headersOnly;
        this.reader = reader;
    }

    /** Before decoding: whatever the server wraps its bytes in, they count. */
    void arrived(int bytes) {
        wireBytes += bytes;
    }

    /** After decoding. */
    void checkSize() throws BadAnswer {
        if (status == 0 && wireBytes > limits.headerBytes()) {
            throw new BadAnswer(HEADERS_TOO_LARGE, "no end of the headers after " + wireBytes + " bytes");
        }
        if (!enough() && wireBytes > (long) limits.wireBytes() + limits.headerBytes()) {
            throw new BadAnswer(TOO_LARGE, "stopped after " + wireBytes + " bytes, allowed are " + limits.wireBytes());
        }
    }

    /** Whether nothing has come yet and a body would be read. */
    boolean mayBePlain() {
        return wireBytes == 0 && !headersOnly && reader == null;
    }

    Limits limits() {
        return limits;
    }

    void accept(PlainAnswer whole) {
        status = whole.status();
        headers = whole.headers();
        body.is(whole.body());
        keepAlive = true;
        complete = true;
    }

    void accept(HttpObject part) throws BadAnswer {
        if (part.decoderResult().isFailure()) {
            throw broken(part.decoderResult().cause());
        }
        if (part instanceof HttpResponse head) {
            head(head);
        }
        if (part instanceof HttpContent content) {
            content(content);
        }
    }

    private void head(HttpResponse head) throws BadAnswer {
        int code = head.status().code();
        if (head.protocolVersion().majorVersion() != 1) {
            throw new BadAnswer(BAD_RESPONSE, "answered as " + head.protocolVersion() + ", not as HTTP/1.1");
        }
        if (code < 100 || code > 999 || code == 101) {
            throw new BadAnswer(BAD_RESPONSE, "status " + code);
        }
        if (code < 200) {
            inInterim = true;
            if (++interim > MOST_INTERIM) {
                throw new BadAnswer(
                        BAD_RESPONSE, "more than " + MOST_INTERIM + " interim answers (status " + code + ")");
            }
            return;
        }
        if (head.decoderResult() instanceof HttpMessageDecoderResult size && size.totalSize() > limits.headerBytes()) {
            throw new BadAnswer(
                    HEADERS_TOO_LARGE, size.totalSize() + " header bytes, allowed are " + limits.headerBytes());
        }
        status = code;
        keepAlive = HttpUtil.isKeepAlive(head);
        headers = copy(head);
        framing(head);
    }

    private void framing(HttpResponse head) throws BadAnswer {
        String transfer = head.headers().get(HttpHeaderNames.TRANSFER_ENCODING);
        if (transfer != null) {
            if (!transfer.equalsIgnoreCase("chunked")) {
                throw new BadAnswer(BAD_ENCODING, "Transfer-Encoding is " + Wording.quoted(transfer));
            }
            return;
        }
        String length = head.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        if (length == null) {
            keepAlive &= status == 204 || status == 304 || headersOnly;
        } else if (status != 204 && status != 304 && !headersOnly) {
            promised = HttpUtil.getContentLength(head, -1L);
            if (promised > limits.wireBytes() && !Redirect.is(status)) {
                throw new BadAnswer(TOO_LARGE, "Content-Length is " + promised + ", allowed are " + limits.wireBytes());
            }
        }
    }

    private void content(HttpContent content) {
        boolean last = content instanceof LastHttpContent;
        if (inInterim) {
            inInterim = !last;
            return;
        }
        if (content.content().isReadable() && !enough()) {
            bodyBytes += content.content().readableBytes();
            if (reader != null && isRead()) {
                Piece.give(content.content(), reader);
            } else {
                body.add(content.content(), promised);
            }
        }
        complete = last;
    }

    /** Whether somebody else has taken the body; an error page is nobody's media. */
    boolean isRead() {
        return reader != null && (status == 200 || status == 206);
    }

    private static Headers copy(HttpResponse head) {
        String[] namesAndValues = new String[2 * head.headers().size()];
        int i = 0;
        Iterator<Map.Entry<String, String>> all = head.headers().iteratorAsString();
        while (all.hasNext()) {
            Map.Entry<String, String> header = all.next();
            namesAndValues[i++] = header.getKey();
            namesAndValues[i++] = header.getValue();
        }
        return Headers.of(namesAndValues);
    }

    private BadAnswer broken(@Nullable Throwable cause) {
        if (cause instanceof PrematureChannelClosureException) {
            return new BadAnswer(RESET, "closed the connection " + progress());
        }
        String message = cause == null ? null : cause.getMessage();
        return new BadAnswer(BAD_RESPONSE, message == null ? "not HTTP" : Wording.quoted(message));
    }

    /** A redirect's body is of no interest: its head is enough to go on. */
    boolean enough() {
        return complete || (status != 0 && (headersOnly || Redirect.is(status)));
    }

    boolean complete() {
        return complete;
    }

    boolean reusable() {
        return complete && keepAlive;
    }

    boolean untouched() {
        return wireBytes == 0;
    }

    int status() {
        return status;
    }

    Headers headers() {
        return headers;
    }

    byte[] body() {
        return body.toBytes();
    }

    /** How far it came, for the detail of an answer that broke off. */
    String progress() {
        if (status == 0) {
            return wireBytes == 0 ? "before any byte" : "in the middle of the headers";
        }
        return promised >= 0
                ? "after " + bodyBytes + " of " + promised + " bytes"
                : "after " + bodyBytes + " bytes, before the last chunk";
    }

    boolean headSeen() {
        return status != 0;
    }
}
