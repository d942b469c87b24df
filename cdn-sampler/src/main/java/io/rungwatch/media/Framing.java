package io.rungwatch.media;

import java.util.Optional;

/**
 * How a transport stream lies in its segment.
 *
 * @param packetSize 188, or 192 with a time stamp in front of each packet, or 204 with parity behind it
 * @param packets those that begin as they must
 * @param leading bytes before the first place of a packet
 * @param syncLosses how often a packet did not begin as it must
 * @param skipped bytes that belong to no packet, those in front and behind not among them
 * @param trailing bytes at the end that are no whole packet
 */
public record Framing(int packetSize, long packets, int leading, long syncLosses, long skipped, int trailing) {
    static final byte SYNC = 0x47;
    static final int PACKET = 188;
    private static final int[] SIZES = {PACKET, 192, 204};
    private static final int ASKED = 5;

    /** Where packets begin, before they are read. */
    record Start(int packetSize, int leading) {}

    /** Some packets in a row prove it; of a shorter body, all there are. */
    static Optional<Start> find(byte[] bytes, int end) {
        for (int size : SIZES) {
            for (int at = 0; at + PACKET <= end && at <= end - (ASKED - 1) * size - 1; at++) {
                if (inSync(bytes, at, end, size)) {
                    return Optional.of(new Start(size, at % size));
                }
            }
        }
        return end >= PACKET && end <= (ASKED - 1) * PACKET && inSync(bytes, 0, end, PACKET)
                ? Optional.of(new Start(PACKET, 0))
                : Optional.empty();
    }

    private static boolean inSync(byte[] bytes, int from, int end, int size) {
        int asked = 0;
        for (int at = from; at < end && asked < ASKED; at += size, asked++) {
            if (bytes[at] != SYNC) {
                return false;
            }
        }
        return true;
    }
}
