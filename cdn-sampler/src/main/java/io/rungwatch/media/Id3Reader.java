package io.rungwatch.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads the ID3 tag in front of packed audio: RFC 8216, 3.4. Artwork may stand in it, too: only so much of it is kept. */
final class Id3Reader {
    private static final int HEADER = 10;
    private static final int KEPT = 1024;
    private static final String OWNER = "com.apple.streaming.transportStreamTimestamp";
    private static final int STAMP = 8;
    private static final int FOOTER = 0x10;

    private final byte[] tag = new byte[KEPT];
    private long position;
    private long end = HEADER;

    static boolean begins(byte[] bytes, int length) {
        return length >= HEADER && new String(bytes, 0, 3, ISO_8859_1).equals("ID3");
    }

    /** Returns where the tag ends, if it does so here. */
    int add(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && position < end) {
            int taken = (int) Math.min(to - at, end - position);
            int keep = Math.clamp(KEPT - position, 0, taken);
            System.arraycopy(bytes, at, tag, (int) Math.min(position, KEPT), keep);
            at += taken;
            position += taken;
            if (position == HEADER) {
                end = end();
            }
        }
        return at;
    }

    /** A footer may repeat the header. */
    private int end() {
        boolean footer = tag[3] == 4 && (tag[5] & FOOTER) != 0;
        return HEADER + synchsafe(new Fields(tag, 6, HEADER)) + (footer ? HEADER : 0);
    }

    /** Seven bits in each byte. */
    private static int synchsafe(Fields fields) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 7 | fields.number(1) & 0x7f;
        }
        return value;
    }

    /** All 64 bits of it; the highest 31 must be zero. */
    OptionalLong timestamp() {
        int length = (int) Math.min(position, KEPT);
        Fields fields = new Fields(tag, HEADER, Math.max(HEADER, length));
        boolean version4 = tag[3] == 4;
        while (fields.left() >= HEADER) {
            boolean mine = fields.code().equals("PRIV");
            int size = version4 ? synchsafe(fields) : fields.number(4);
            fields.skip(2);
            Optional<Long> stamp = stamp(fields.part(size));
            if (mine && stamp.isPresent()) {
                return OptionalLong.of(stamp.get());
            }
        }
        return OptionalLong.empty();
    }

    private static Optional<Long> stamp(Fields frame) {
        boolean owner = frame.string(OWNER.length() + 1).equals(OWNER);
        return owner && frame.left() >= STAMP ? Optional.of(frame.read(STAMP)) : Optional.empty();
    }

    long bytes() {
        return position;
    }
}
