package io.rungwatch.simulator.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Pictures: a length before each NAL unit instead of a start code, and none of what the init section has.
 *
 * @param shift of the type in a unit's first byte
 * @param mask of the type then
 * @param setsFrom the first type of parameter sets and delimiters …
 * @param setsTo … and the last
 * @param keysFrom the first type of pictures that need no other …
 * @param keysTo … and the last
 */
record NalUnits(int shift, int mask, int setsFrom, int setsTo, int keysFrom, int keysTo) implements Codec {
    static final NalUnits AVC = new NalUnits(0, 0x1F, 7, 9, 5, 5);
    static final NalUnits HEVC = new NalUnits(1, 0x3F, 32, 35, 16, 21);

    private static final int START_CODE = 3;

    @Override
    public byte[] sample(byte[] stream) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream(stream.length);
        int from = next(stream, 0) + START_CODE;
        while (from < stream.length) {
            int next = next(stream, from);
            if (!isBetween(type(stream[from]), setsFrom, setsTo)) {
                append(sample, stream, from, end(stream, next));
            }
            from = next + START_CODE;
        }
        return sample.toByteArray();
    }

    @Override
    public boolean isKey(byte[] sample) {
        ByteBuffer units = ByteBuffer.wrap(sample);
        while (units.remaining() > 4) {
            int length = units.getInt();
            if (isBetween(type(units.get(units.position())), keysFrom, keysTo)) {
                return true;
            }
            units.position(units.position() + length);
        }
        return false;
    }

    private int type(byte header) {
        return header >> shift & mask;
    }

    private static boolean isBetween(int type, int from, int to) {
        return type >= from && type <= to;
    }

    private static void append(ByteArrayOutputStream sample, byte[] stream, int from, int to) {
        sample.writeBytes(ByteBuffer.allocate(4).putInt(to - from).array());
        sample.write(stream, from, to - from);
    }

    /** A start code may have a zero more, and a unit never ends in one. */
    private static int end(byte[] stream, int next) {
        int end = next;
        while (stream[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** The next start code, or the end. */
    private static int next(byte[] stream, int from) {
        for (int at = from; at + START_CODE <= stream.length; at++) {
            if (stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1) {
                return at;
            }
        }
        return stream.length;
    }
}
