package io.rungwatch.media;

import java.util.OptionalLong;

/**
 * An encoder boundary point, OC-SP-EBP-I01.
 *
 * @param packet which one of the segment, counted from 0
 * @param unitStart whether a PES packet begins there
 * @param pts of that PES packet
 * @param sapType -1 where it says none
 * @param acquired NTP time of 64 bits
 */
public record Boundary(
        int pid, long packet, boolean unitStart, OptionalLong pts, int flags, int sapType, OptionalLong acquired) {
    public boolean fragment() {
        return (flags & 0x80) != 0;
    }

    public boolean segment() {
        return (flags & 0x40) != 0;
    }
}
