package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.rungwatch.exchange.Fetch;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes of a request. What is the same for every request to a host is put together once. */
final class RequestHead {
    private static final int CRLF = 0x0d0a;
    private static final String IF_NONE_MATCH = "If-None-Match: ";
    private static final String IF_MODIFIED_SINCE = "If-Modified-Since: ";
    private static final String RANGE = "Range: ";
    private static final String GZIP = "Accept-Encoding: gzip\r\n";
    private static final String IDENTITY = "Accept-Encoding: identity\r\n";

    private final byte[] everyTime;

    RequestHead(String hostHeader, String userAgent) {
        everyTime = (" HTTP/1.1\r\nHost: " + hostHeader + "\r\nUser-Agent: " + userAgent + "\r\nAccept: */*\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    ByteBuf of(ByteBufAllocator allocator, String target, Fetch fetch) {
        int validators = length(fetch.ifNoneMatch()) + length(fetch.ifModifiedSince());
        ByteBuf bytes = allocator.directBuffer(8 + target.length() + everyTime.length + validators + 96);
        ByteBufUtil.writeAscii(bytes, fetch.how() == Fetch.How.HEAD ? "HEAD " : "GET ");
        if (!target.startsWith("/")) {
            bytes.writeByte('/');
        }
        ByteBufUtil.writeAscii(bytes, target);
        bytes.writeBytes(everyTime);
        // Bytes are compared as they are stored; and media does not get smaller.
        ByteBufUtil.writeAscii(bytes, fetch.reader() == null ? GZIP : IDENTITY);
        header(bytes, IF_NONE_MATCH, fetch.ifNoneMatch());
        header(bytes, IF_MODIFIED_SINCE, fetch.ifModifiedSince());
        header(bytes, RANGE, fetch.how() == Fetch.How.FIRST_BYTE ? "bytes=0-0" : null);
        for (int i = 0; i < fetch.more().size(); i++) {
            header(bytes, fetch.more().name(i) + ": ", fetch.more().value(i));
        }
        return bytes.writeShort(CRLF);
    }

    private static int length(@Nullable String value) {
        return value == null ? 0 : value.length();
    }

    private static void header(ByteBuf bytes, String name, @Nullable String value) {
        if (value != null && isFieldValue(value)) {
            ByteBufUtil.writeAscii(bytes, name);
            bytes.writeCharSequence(value, StandardCharsets.ISO_8859_1);
            bytes.writeShort(CRLF);
        }
    }

    /** A line end in a target would let a manifest write request headers of its own. */
    static boolean isTarget(String target) {
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            if (c <= ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFieldValue(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }
}
