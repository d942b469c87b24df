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
    private boolean unsure;

    /** False for a packet sent a second time: all it says has been said. */
    boolean take(Packet packet) {
        lost = last >= 0 && (unsure || packet.counter != expected(packet));
        if (last < 0) {
            first = packet.counter;
        } else if (packet.discontinuity) {
            announced++;
        } else if (isDuplicate(packet)) {
            lost = false;
            repeated = true;
            duplicates++;
            return false;
        } else {
            errors += lost && !unsure ? 1 : 0;
        }
        remember(packet);
        return true;
    }

    private int expected(Packet packet) {
        return packet.hasPayload ? last + 1 & 0xf : last;
    }

    private void remember(Packet packet) {
        last = packet.counter;
        unsure = false;
        repeated = false;
        fingerprint = packet.hasPayload ? packet.fingerprint() : fingerprint;
    }

    /** A damaged packet may have been of this pid or not: the next one is not to be blamed. */
    void doubt() {
        unsure = true;
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
