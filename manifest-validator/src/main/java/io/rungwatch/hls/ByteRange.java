package io.rungwatch.hls;

/**
 * Part of a resource. Without an offset in the text it goes on where the range before it ended (`offsetWritten` is false); `offset` is
 * {@link #UNKNOWN} where no range of the same resource came before, which is normal for the first segment of a sliding window.
 */
public record ByteRange(long length, long offset, boolean offsetWritten) {
    public static final long UNKNOWN = -1;

    /** Offset of the first byte after it, or {@link #UNKNOWN}. */
    public long end() {
        return offset == UNKNOWN ? UNKNOWN : offset + length;
    }

    /** The same bytes, as far as both know where they begin. */
    public boolean sameBytes(ByteRange other) {
        return length == other.length && (offset == other.offset || offset == UNKNOWN || other.offset == UNKNOWN);
    }
}
