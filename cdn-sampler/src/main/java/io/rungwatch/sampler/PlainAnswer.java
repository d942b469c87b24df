package io.rungwatch.sampler;

import io.netty.buffer.ByteBuf;
import io.rungwatch.exchange.Headers;
import io.rungwatch.exchange.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the answer that nearly every poll gets: 200 or 304, written as everybody writes it, all of it there at once. Anything else is left
 * as it came to Netty's decoder, which knows every other way, so this one may be as narrow as it likes. One for each event loop.
 */
final class PlainAnswer {
    private static final int LONGEST = 16 << 10;
    private static final int MOST_HEADERS = 64;
    private static final int MOST_DIGITS = 8;
    private static final byte[] VERSION = "HTTP/1.1 ".getBytes(StandardCharsets.ISO_8859_1);
    private static final boolean[] IN_NAMES = new boolean[128];

    static {
        for (char c : "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            IN_NAMES[c] = true;
        }
    }

    /** A line end behind the last byte of what is being read keeps every search within it. */
    private final byte[] bytes = new byte[LONGEST + 2];

    private final int[] ends = new int[2 * MOST_HEADERS];
    private int size;
    private int at;
    private int status;
    private int headersAt;
    private int headersEnd;
    private int count;
    private int length;

    /** Whether it is one, from its first byte to its last. The buffer stays as it was. */
    boolean read(ByteBuf input, Limits limits) {
        size = input.readableBytes();
        if (size > LONGEST) {
            return false;
        }
        input.getBytes(input.readerIndex(), bytes, 0, size);
        bytes[size] = '\r';
        bytes[size + 1] = '\n';
        return statusLine()
                && headerLines()
                && at <= limits.headerBytes()
                && isWhole()
                && bodyLength() <= limits.wireBytes();
    }

    private boolean statusLine() {
        int digits = VERSION.length;
        if (size < digits + 5 || !Arrays.equals(bytes, 0, digits, VERSION, 0, digits)) {
            return false;
        }
        status = number(digits, digits + 3);
        at = digits + 3;
        return (status == 200 || status == 304) && (bytes[at] == ' ' || bytes[at] == '\r') && toLineEnd();
    }

    private boolean headerLines() {
        headersAt = at;
        headersEnd = at;
        count = 0;
        length = -1;
        while (bytes[at] != '\r') {
            if (count == MOST_HEADERS || !header()) {
                return false;
            }
        }
        at += 2;
        return at <= size && bytes[at - 1] == '\n';
    }

    /** `Name: value`, one blank between, none around. */
    private boolean header() {
        int name = at;
        while (bytes[at] > 0 && IN_NAMES[bytes[at]]) {
            at++;
        }
        int colon = at;
        if (colon == name || bytes[colon] != ':' || bytes[colon + 1] != ' ') {
            return false;
        }
        int value = colon + 2;
        at = value;
        if (!toLineEnd()) {
            return false;
        }
        headersEnd = at - 2;
        ends[2 * count] = colon - headersAt;
        ends[2 * count + 1] = headersEnd - headersAt;
        count++;
        boolean trimmed = headersEnd == value || (bytes[value] != ' ' && bytes[headersEnd - 1] != ' ');
        return trimmed && isUnderstood(name, colon, value);
    }

    /** Behind the next CRLF, if nothing but text comes before it. */
    private boolean toLineEnd() {
        while (bytes[at] >= ' ' && bytes[at] != 0x7f || bytes[at] < 0) {
            at++;
        }
        at += 2;
        return at <= size && bytes[at - 2] == '\r' && bytes[at - 1] == '\n';
    }

    /** What says where the body ends and whether the connection stays has to be plain too. */
    private boolean isUnderstood(int name, int colon, int value) {
        return switch (colon - name) {
            case 10 -> !is("connection", name) || (headersEnd - value == 10 && is("keep-alive", value));
            case 14 -> !is("content-length", name) || isLength(value);
            case 17 -> !is("transfer-encoding", name);
            default -> true;
        };
    }

    private boolean isLength(int value) {
        boolean saidBefore = length >= 0;
        length = headersEnd - value > MOST_DIGITS ? -1 : number(value, headersEnd);
        return length >= 0 && !saidBefore;
    }

    private boolean isWhole() {
        return status == 304 ? at == size : length >= 0 && at + length == size;
    }

    private int bodyLength() {
        return size - at;
    }

    private boolean is(String lowerCase, int from) {
        for (int i = 0; i < lowerCase.length(); i++) {
            int c = bytes[from + i];
            if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** −1 for anything but digits. */
    private int number(int from, int to) {
        int number = from == to ? -1 : 0;
        for (int i = from; i < to && number >= 0; i++) {
            number = bytes[i] >= '0' && bytes[i] <= '9' ? 10 * number + bytes[i] - '0' : -1;
        }
        return number;
    }

    int status() {
        return status;
    }

    Headers headers() {
        return Headers.of(bytes, headersAt, headersEnd, Arrays.copyOf(ends, 2 * count));
    }

    byte[] body() {
        return Arrays.copyOfRange(bytes, at, size);
    }
}
