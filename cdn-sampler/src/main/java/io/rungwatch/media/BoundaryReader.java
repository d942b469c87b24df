package io.rungwatch.media;

import java.util.Optional;
import java.util.OptionalLong;

/** Finds an encoder boundary point among the private data of a packet. */
final class BoundaryReader {
    private static final int TAG = 0xdf;
    private static final int EBP0 = 0x4542_5030;

    private BoundaryReader() {}

    static Optional<Boundary> find(Packet packet, long number, long pts) {
        Fields fields = new Fields(packet.bytes, packet.privateFrom, packet.privateTo);
        while (fields.left() >= 2) {
            int tag = fields.number(1);
            Fields data = fields.part(fields.number(1));
            if (tag == TAG && data.left() >= 5 && data.number(4) == EBP0) {
                return Optional.of(read(data, packet, number, pts));
            }
        }
        return Optional.empty();
    }

    private static Boundary read(Fields data, Packet packet, long number, long pts) {
        int flags = data.number(1);
        data.skip((flags & 0x01) != 0 ? 1 : 0);
        int sapType = (flags & 0x20) != 0 ? data.number(1) >> 5 : -1;
        if ((flags & 0x10) != 0) {
            skipGroups(data);
        }
        boolean timed = (flags & 0x08) != 0 && data.left() >= Long.BYTES;
        return new Boundary(
                packet.pid,
                number,
                packet.starts,
                packet.starts && pts >= 0 ? OptionalLong.of(pts) : OptionalLong.empty(),
                flags,
                sapType,
                timed ? OptionalLong.of(data.read(Long.BYTES)) : OptionalLong.empty());
    }

    /** Each says whether another one follows. */
    private static void skipGroups(Fields data) {
        boolean more = true;
        while (more) {
            more = (data.number(1) & 0x80) != 0;
        }
    }
}
