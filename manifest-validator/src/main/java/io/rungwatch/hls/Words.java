package io.rungwatch.hls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes looked at together. A search marks the top bit of the bytes that it finds; the first one marked is always right, one behind it
 * may be marked by mistake.
 */
final class Words {
    static final long ONES = 0x0101_0101_0101_0101L;
    static final long HIGHS = ONES << 7;
    static final long BLANKS = ONES * ' ';
    static final long COLONS = ONES * ':';
    static final long BRACES = ONES * '{';

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Words() {}

    static long at(byte[] b, int index) {
        return (long) LONGS.get(b, index);
    }

    /** Marks bytes equal to those of `pattern`. */
    static long equal(long word, long pattern) {
        long difference = word ^ pattern;
        return (difference - ONES) & ~difference & HIGHS;
    }

    /** Marks ASCII bytes smaller than those of `limit`. */
    static long below(long word, long limit) {
        return (word - limit) & ~word & HIGHS;
    }

    /** Which of the eight is the first marked. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
