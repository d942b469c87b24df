package io.rungwatch.media;

/** Cuts a stream into packets, and finds them again where it broke. */
final class PacketReader {
    /** Gets a packet; its bytes are only lent. */
    interface Packets {
        void packet(byte[] bytes, int at);
    }

    private final Packets packets;
    private final int size;
    private final int leading;
    private final Carry carry;
    private int toSkip;
    private boolean searching;
    private long count;
    private long losses;
    private long skipped;

    PacketReader(Framing.Start start, Packets packets) {
        this.packets = packets;
        this.size = start.packetSize();
        this.leading = start.leading();
        this.toSkip = leading;
        this.carry = new Carry(2 * (size + 1), this::take);
    }

    void add(byte[] bytes, int offset, int length) {
        int skip = Math.min(toSkip, length);
        toSkip -= skip;
        carry.add(bytes, offset + skip, offset + length);
    }

    /** A packet and the byte behind it: that must be the beginning of another one. */
    private int take(byte[] bytes, int from, int to) {
        int at = from;
        while (to - at > size) {
            at += step(bytes, at);
        }
        return at;
    }

    private int step(byte[] bytes, int at) {
        boolean here = bytes[at] == Framing.SYNC;
        boolean next = bytes[at + size] == Framing.SYNC;
        if (here && (next || !searching)) {
            searching = false;
            whole(bytes, at);
            return size;
        }
        losses += searching ? 0 : 1;
        // One bad byte does not move the packets behind it; what was inserted or lost does.
        int step = next && !searching ? size : 1;
        searching |= !next;
        skipped += step;
        return step;
    }

    private void whole(byte[] bytes, int at) {
        count++;
        packets.packet(bytes, at);
    }

    /** Nothing follows: the last packet is taken by its own sync byte. */
    void end() {
        byte[] rest = carry.rest();
        if (rest.length < Framing.PACKET || searching) {
            return;
        }
        carry.clear(rest.length);
        if (rest[0] == Framing.SYNC) {
            whole(rest, 0);
        } else {
            losses++;
            skipped += rest.length;
        }
    }

    Framing framing() {
        return new Framing(size, count, leading, losses, skipped, carry.rest().length);
    }
}
