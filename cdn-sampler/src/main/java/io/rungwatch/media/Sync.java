package io.rungwatch.media;

/** Whether decoding can begin with a sample. */
public enum Sync {
    YES,
    NO,
    /** Nobody says: neither the fragment nor an init section. */
    UNKNOWN;

    private static final long NOT_SYNC = 0x1_0000;
    private static final long DEPENDS = 0x300_0000;
    private static final long ON_NOTHING = 0x200_0000;

    /** ISO 14496-12, 8.8.3.1; -1 for none. */
    static Sync of(long flags) {
        if (flags < 0) {
            return UNKNOWN;
        }
        return (flags & NOT_SYNC) == 0 || (flags & DEPENDS) == ON_NOTHING ? YES : NO;
    }
}
