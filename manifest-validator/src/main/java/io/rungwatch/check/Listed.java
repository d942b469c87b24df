package io.rungwatch.check;

import io.rungwatch.url.Url;

/**
 * Something that a playlist or an MPD promises to whoever asks for it.
 *
 * @param what as people call it: `segment 4711`, `init section`
 * @param number of a media segment
 * @param duration of a media segment in nanoseconds, 0 of anything else
 * @param bytes that of a byte range, 0 where the whole object is meant
 * @param offset of the first byte of a byte range, else {@link #NOWHERE}
 * @param declared EXT-X-BITRATE in bits per second, 0 where none applies
 */
public record Listed(
        Kind kind, String what, long number, Url url, long duration, long bytes, long offset, long declared) {
    /** Where the bytes begin, of the whole object or where nobody says. */
    public static final long NOWHERE = -1;

    public enum Kind {
        MEDIA,
        INIT,
        KEY
    }

    public boolean whole() {
        return bytes == 0;
    }

    /** Value of a Range header; of a part only. */
    public String range() {
        return "bytes=" + offset + "-" + (offset + bytes - 1);
    }
}
