package io.rungwatch.sampler;

import static io.rungwatch.exchange.Failure.BAD_ENCODING;
import static io.rungwatch.exchange.Failure.TOO_LARGE;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gzip (RFC 1952) that stops at a limit and is strict to the last byte. The JDK's stream ignores garbage behind the end and only finds
 * out about a bomb when the memory is gone. One per event loop: the native inflater is costly to make.
 */
final class Gunzip {
    private static final int FIXED_HEADER = 10;
    private static final int TRAILER = 8;
    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private byte[] out = new byte[64 << 10];

    /** Members may follow each other; nothing else may. */
    byte[] decode(byte[] in, int limit) throws BadAnswer {
        int size = 0;
        int at = 0;
        do {
            int data = skipHeader(in, at);
            int before = size;
            inflater.reset();
            inflater.setInput(in, data, in.length - data);
            size = inflate(size, limit);
            at = in.length - inflater.getRemaining();
            at = checkTrailer(in, at, before, size);
        } while (at < in.length);
        byte[] decoded = Arrays.copyOf(out, size);
        if (out.length > 1 << 20) {
            out = new byte[64 << 10]; // one large body must not cost memory for ever
        }
        return decoded;
    }

    private int inflate(int start, int limit) throws BadAnswer {
        int size = start;
        try {
            while (!inflater.finished()) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, (int) Math.min(2L * size, limit + 1L));
                }
                int got = inflater.inflate(out, size, out.length - size);
                size += got;
                if (size > limit) {
                    throw new BadAnswer(TOO_LARGE, "more than " + limit + " bytes after gunzip");
                }
                if (got == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but the gzip data ends early");
                }
            }
        } catch (DataFormatException e) {
            throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but the data is damaged: " + e.getMessage());
        }
        return size;
    }

    private static int skipHeader(byte[] in, int start) throws BadAnswer {
        if (in.length - start < FIXED_HEADER || !isGzip(in, start)) {
            throw new BadAnswer(
                    BAD_ENCODING,
                    start == 0
                            ? "Content-Encoding is gzip, but the body is not"
                            : in.length - start + " bytes that are not gzip behind the end of the gzip data");
        }
        int flags = in[start + 3];
        int at = start + FIXED_HEADER;
        if ((flags & RESERVED) != 0) {
            throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but its header is of no known kind");
        }
        if ((flags & FEXTRA) != 0) {
            at += at + 2 <= in.length ? 2 + (in[at] & 0xff) + ((in[at + 1] & 0xff) << 8) : 2;
        }
        at = (flags & FNAME) != 0 ? afterZero(in, at) : at;
        at = (flags & FCOMMENT) != 0 ? afterZero(in, at) : at;
        at += (flags & FHCRC) != 0 ? 2 : 0;
        if (at > in.length) {
            throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but the gzip header ends early");
        }
        return at;
    }

    private static int afterZero(byte[] in, int start) {
        int at = start;
        while (at < in.length && in[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private int checkTrailer(byte[] in, int at, int from, int to) throws BadAnswer {
        if (in.length - at < TRAILER) {
            throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but the gzip data ends early");
        }
        crc.reset();
        crc.update(out, from, to - from);
        if (littleEndian(in, at) != (int) crc.getValue() || littleEndian(in, at + 4) != to - from) {
            throw new BadAnswer(BAD_ENCODING, "Content-Encoding is gzip, but its checksum is wrong");
        }
        return at + TRAILER;
    }

    private static int littleEndian(byte[] in, int at) {
        return (in[at] & 0xff) | ((in[at + 1] & 0xff) << 8) | ((in[at + 2] & 0xff) << 16) | (in[at + 3] << 24);
    }

    static boolean isGzip(byte[] in, int at) {
        return in.length - at >= 3 && in[at] == 0x1f && in[at + 1] == (byte) 0x8b && in[at + 2] == 8;
    }
}
