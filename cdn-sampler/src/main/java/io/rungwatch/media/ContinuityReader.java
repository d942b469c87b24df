package io.rungwatch.media;

/** Follows the continuity counter of one pid: ISO 13818-1, 2.4.3.3. */
final class ContinuityReader {
    private int first = -1;
    private int last = -1;
    private long errors;
    private long duplicates;
    private long announced;
    private long fingerprint;
    private boolean repeated;
    private boolean lost;

    /** False for a packet sent a second time: all it says has been said. */
    boolean take(Packet packet) {
        lost = false;
        if (last < 0) {
            first = packet.counter;
        } else if (packet.discontinuity) {
            announced++;
            lost = true;
        } else if (isDuplicate(packet)) {
            repeated = true;
            duplicates++;
            return false;
        } else {
            compare(packet);
        }
        last = packet.counter;
        repeated = false;
        fingerprint = packet.hasPayload ? packet.fingerprint() : fingerprint;
        return true;
    }

    private void compare(Packet packet) {
        int expected = packet.hasPayload ? last + 1 & 0xf : last;
        lost = packet.counter != expected;
        errors += lost ? 1 : 0;
    }

    private boolean isDuplicate(Packet packet) {
        return packet.hasPayload && packet.counter == last && !repeated && packet.fingerprint() == fingerprint;
    }

    /** Whether something between this packet and the one before it is missing. */
    boolean lost() {
        return lost;
    }

    Continuity facts() {
        return new Continuity(first, last, errors, duplicates, announced);
    }
}
