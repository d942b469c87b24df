package io.rungwatch.media;

import java.util.Arrays;

/** Puts the sections of one pid together from its packets. */
final class SectionReader {
    private static final int HEADER = 3;
    private static final int FIRST_STEP = 192;
    private static final byte STUFFING = (byte) 0xff;

    /** Gets a whole section; its bytes are only lent. */
    interface Sections {
        void section(byte[] bytes, int length);
    }

    private final Sections sections;
    private byte[] section = new byte[FIRST_STEP];
    private int length;
    private boolean inside;

    SectionReader(Sections sections) {
        this.sections = sections;
    }

    void add(Packet packet) {
        int from = packet.payload;
        if (packet.starts && from < packet.end) {
            int begin = Math.min(packet.end, from + 1 + (packet.bytes[from] & 0xff));
            append(packet.bytes, from + 1, begin);
            length = 0;
            inside = true;
            from = begin;
        }
        append(packet.bytes, from, packet.end);
    }

    private void append(byte[] bytes, int from, int to) {
        int at = from;
        while (inside && at < to) {
            inside = length > 0 || bytes[at] != STUFFING;
            int taken = inside ? Math.min(to - at, wanted() - length) : 0;
            section = length + taken > section.length ? Arrays.copyOf(section, wanted()) : section;
            System.arraycopy(bytes, at, section, length, taken);
            at += taken;
            length += taken;
            if (length >= HEADER && length == wanted()) {
                sections.section(section, length);
                length = 0;
            }
        }
    }

    /** Twelve bits can say no more than four thousand. */
    private int wanted() {
        return length < HEADER ? HEADER : HEADER + ((section[1] & 0x0f) << 8 | section[2] & 0xff);
    }

    void lost() {
        inside = false;
        length = 0;
    }
}
